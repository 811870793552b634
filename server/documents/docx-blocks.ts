import {
  AlignmentType, BorderStyle, HeightRule, LeaderType, LineRuleType, Paragraph, ShadingType, Tab, TabStopType, Table, TableCell, TableLayoutType, TableRow, TextRun,
  VerticalAlignTable, WidthType,
} from 'docx';
import type { IRunOptions } from 'docx';
import { ROWS_ALONG, closingIndents, leadsIn } from '#shared/document/page-flow.ts';
import { type FactRow, factGrid, isHash } from '#shared/document/fact-grid.ts';
import type { Block, Cell, Column, Document, SignatureLine, Table as ModelTable } from '#shared/document/model.ts';
import { widthOf } from '#shared/document/width.ts';

/** Fonts after GB/T 9704; a word processor without them takes its own Song. */
export const FONTS = { body: '仿宋', title: '方正小标宋简体', heading: '黑体' } as const;
/** Twentieths of a point, as Word counts. */
const LINE = 1 / 20;
const twips = (points: number) => Math.round(points / LINE);
/** Half points. */
export const halfPoints = (points: number) => points * 2;

const SIZES = { text: { size: 16, line: 28, tableSize: 12 }, form: { size: 12, line: 20, tableSize: 10.5 } } as const;
/** How blocks are set: sizes in points, the width between the margins in twips. */
export type Setting = (typeof SIZES)[Document['kind']] & { readonly width: number };

export function settingOf(document: Document, width: number): Setting {
  return { ...SIZES[document.kind], width };
}

/** One block of a document as Word has it; `keepNext`: its end stays on the page of what follows. */
export function docxBlock(block: Block, setting: Setting, keepNext = false): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [paragraph(block.text, { font: FONTS.heading, size: setting.size, line: setting.line, keepNext: true })];
    case 'paragraph':
      return [bodyParagraph(block, setting, keepNext)];
    case 'facts':
      return [facts(block.rows, setting, keepNext), gap(keepNext)];
    case 'table':
      return tableBlocks(block, setting, keepNext);
    case 'signatures':
      return [...block.lines.map((line, index) => signature(line, setting, index < block.lines.length - 1)), gap(false)];
    case 'writing':
      return [paragraph(`${block.label}：`, { ...setting, keepNext: true }), ...Array.from({ length: block.lines }, () => ruledLine(keepNext))];
    case 'closing':
      return closing(block, setting);
    case 'stamp':
      return [paragraph(block.text, { ...setting, alignment: AlignmentType.RIGHT })];
  }
}

type Look = {
  readonly size: number;
  readonly line?: number;
  readonly font?: string;
  readonly strong?: boolean;
  readonly keepNext?: boolean;
  readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
  /** Points. */
  readonly firstLine?: number;
  readonly right?: number;
  readonly before?: number;
  readonly after?: number;
};

function textLook(size: number, font: string = FONTS.body): IRunOptions {
  return { size: halfPoints(size), font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: font } };
}

/** A paragraph of one look; a line feed in the text breaks the line. */
export function paragraph(text: string, { size, line, font = FONTS.body, strong = false, keepNext = false, alignment, firstLine, right, before = 0, after = 0 }: Look): Paragraph {
  const look: IRunOptions = { ...textLook(size, font), bold: strong };
  const run = (part: string, index: number) => new TextRun({ ...look, text: part, ...(index > 0 ? { break: 1 } : {}) });
  return new Paragraph({
    children: text.split('\n').map(run),
    keepNext,
    spacing: { before: twips(before), after: twips(after), ...(line === undefined ? {} : { line: twips(line) }) },
    ...(alignment === undefined ? {} : { alignment }),
    ...(firstLine === undefined ? {} : { indent: { firstLine: twips(firstLine) } }),
    ...(right === undefined ? {} : { indent: { right: twips(right) } }),
  });
}

function bodyParagraph({ text, place }: Extract<Block, { kind: 'paragraph' }>, { size, line, tableSize }: Setting, keepNext: boolean): Paragraph {
  const alignment = { body: AlignmentType.JUSTIFIED, plain: AlignmentType.LEFT, note: AlignmentType.LEFT, centre: AlignmentType.CENTER }[place];
  return paragraph(text, { size: place === 'note' ? tableSize : size, line, alignment, keepNext: keepNext || leadsIn(text), ...(place === 'body' ? { firstLine: 2 * size } : {}) });
}

/** Labels and values as the rows of a form. */
function facts(rows: readonly FactRow[], setting: Setting, keepNext: boolean): Table {
  const label = Math.floor(setting.width * 0.19);
  const value = Math.floor(setting.width / 2) - label;
  const look = { ...setting, centred: false, keepNext };
  const labelCell = (text: string) => tableCell(text, label, look);
  const valueCell = (text: string, span = 1) => tableCell(text, value, { ...look, span, tableSize: setting.tableSize - (isHash(text) ? 2.5 : 0) });
  const lines = factGrid(rows).map(([left, right]) =>
    right === undefined ? [labelCell(left.label), valueCell(left.value, 3)] : [labelCell(left.label), valueCell(left.value), labelCell(right.label), valueCell(right.value)],
  );
  return gridTable(lines.map((children) => new TableRow({ cantSplit: true, children })), [label, value, label, value], setting);
}

function tableBlocks({ caption, columns, rows, rowHeight }: ModelTable, setting: Setting, keepNext: boolean): (Paragraph | Table)[] {
  const shown = columns.map((column, index) => ({ column, index })).filter(({ column }) => column.only !== 'sheet');
  const cells = rows.map((row) => shown.map(({ index }) => row[index] ?? null));
  const named = caption === null ? [] : [paragraph(caption, { font: FONTS.heading, size: setting.tableSize, keepNext: true })];
  const table = formTable(cells, shown.map(({ column }) => column), rowHeight, { ...setting, keepNext });
  return [...named, table, gap(keepNext)];
}

const ROW_HEIGHTS: Readonly<Record<ModelTable['rowHeight'], number>> = { text: 18, writing: 28, tally: 40 };

function formTable(rows: readonly (readonly Cell[])[], columns: readonly Column[], rowHeight: ModelTable['rowHeight'], setting: Setting & { readonly keepNext: boolean }): Table {
  const shares = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((setting.width * column.width) / shares));
  const height = { value: twips(ROW_HEIGHTS[rowHeight]), rule: HeightRule.ATLEAST };
  const head = new TableRow({ tableHeader: true, children: columns.map((column, at) => tableCell(column.title, widths[at] ?? 0, { ...setting, centred: true, strong: true, keepNext: true })) });
  const body = rows.map((row, index) => new TableRow({ cantSplit: true, height, children: row.map((cell, at) => tableCell(cell, widths[at] ?? 0, { ...setting, centred: columns[at]?.align === 'center', right: columns[at]?.align === 'end', keepNext: setting.keepNext && index >= rows.length - ROWS_ALONG })) }));
  return gridTable([head, ...body], widths, setting);
}

function gridTable(rows: TableRow[], columnWidths: number[], { width }: Setting): Table {
  return new Table({ rows, columnWidths, layout: TableLayoutType.FIXED, width: { size: width, type: WidthType.DXA } });
}

/** Points by which a hash is smaller, so that it stays in one line. */
const HASH_SMALLER = 3.5;

type CellLook = { readonly tableSize: number; readonly centred: boolean; readonly keepNext?: boolean; readonly right?: boolean; readonly strong?: boolean; readonly span?: number };

function tableCell(cell: Cell, width: number, { tableSize, centred, keepNext = false, right = false, strong = false, span = 1 }: CellLook): TableCell {
  const alignment = centred ? AlignmentType.CENTER : right ? AlignmentType.RIGHT : AlignmentType.LEFT;
  return new TableCell({
    children: [paragraph(String(cell ?? ''), { size: tableSize - (span === 1 && isHash(String(cell ?? '')) ? HASH_SMALLER : 0), strong, alignment, keepNext })],
    columnSpan: span,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 80, right: 80, top: 30, bottom: 30 },
    ...(strong ? { shading: { type: ShadingType.CLEAR, fill: 'F2F2F2' } } : {}),
  });
}

/** Role and printed name, a line to sign on, and what the record says beside it; all lines stay on one page. */
function signature({ role, name, note }: SignatureLine, { tableSize, width }: Setting, keepNext: boolean): Paragraph {
  const [line, beside] = [Math.round(width * 0.34), Math.round(width * 0.57)];
  const text = `${role}：${name ?? ''}`;
  // A name as long as that takes of the line to sign on.
  const wide = twips(((widthOf(text) + 2) * (tableSize + 1)) / 2);
  const run = (size: number, ...children: (string | Tab)[]) => new TextRun({ ...textLook(size), children });
  return new Paragraph({
    keepNext,
    keepLines: true,
    spacing: { before: twips(10) },
    // A long note goes on below itself.
    indent: { left: beside, hanging: beside },
    tabStops: [{ type: TabStopType.LEFT, position: line }, { type: TabStopType.LEFT, position: beside, leader: LeaderType.UNDERSCORE }],
    children: [run(tableSize + 1, text, ...(wide < line ? [new Tab(), new Tab()] : [new Tab()])), ...(note === null ? [] : [run(tableSize - 1, `　${note}`)])],
  });
}

/** Room for a seal above the name, the name above the date. */
function closing({ by, date }: Extract<Block, { kind: 'closing' }>, { size, line }: Setting): Paragraph[] {
  const ends = closingIndents({ by, date });
  const look = { size, line, alignment: AlignmentType.RIGHT } as const;
  return [paragraph(by, { ...look, right: ends.by * size, before: 3 * size, keepNext: true }), paragraph(date, { ...look, right: ends.date * size })];
}

function ruledLine(keepNext: boolean): Paragraph {
  return new Paragraph({ keepNext, spacing: { before: twips(18) }, border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: '000000' } } });
}

/** Almost all of it is space after, which a page's end swallows: a gap that does not fit must not make a page of its own. */
function gap(keepNext: boolean): Paragraph {
  return new Paragraph({ keepNext, spacing: { line: twips(1), lineRule: LineRuleType.EXACT, after: twips(7) } });
}
