import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { Block, Cell, Column, SignatureLine, Table } from '#shared/document/model.ts';
import { SHORT_ROWS, closingIndents, leadsIn } from '#shared/document/page-flow.ts';
import { type FactRow, factGrid, isHash } from '#shared/document/fact-grid.ts';
import { widthOf } from '#shared/document/width.ts';
import type { Weight } from './font-shelf.ts';

/** How blocks are set: runs for a text in a weight, the sizes in points, and the width of the page between its margins. */
export type Setting = {
  readonly runs: (text: string, weight: Weight) => Content;
  /** Another name for a text whose page the layout must tell. */
  readonly name: () => string;
  readonly size: number;
  /** Line height as a factor of the font's own. */
  readonly leading: number;
  readonly tableSize: number;
  readonly width: number;
};

const LINE = 0.5;
/** What leads in to the block after it and is never the last line of a page. */
export const HEADING = 1;
const SHADE = '#f2f2f2';
const PADDING = { x: 4, y: 3 };
const ROW_HEIGHTS: Readonly<Record<Table['rowHeight'], number>> = { text: 12, writing: 21, tally: 24 };

/** Space above a block. None has any below: at the foot of the last page it would make another, empty one. */
export function above(points: number): [number, number, number, number] {
  return [0, points, 0, 0];
}

/** One block of a document as pdfmake lays it out; `id` names the first line of signatures or a closing. */
export function pdfBlock(block: Block, setting: Setting, id: string = setting.name()): Content {
  switch (block.kind) {
    case 'heading':
      return { id, text: setting.runs(block.text, 700), fontSize: setting.size, lineHeight: setting.leading, margin: above(9), headlineLevel: HEADING };
    case 'paragraph':
      return paragraph(block, setting, id);
    case 'facts':
      return facts(block.rows, setting);
    case 'table':
      return table(block, setting);
    case 'signatures':
      return signatures(block.lines, setting, id);
    case 'writing':
      return writing(block, setting, id);
    case 'closing':
      return closing(block, setting, id);
    case 'stamp':
      return stamp(block.text, setting, id);
  }
}

function paragraph({ text, place }: Extract<Block, { kind: 'paragraph' }>, { runs, size, leading, tableSize }: Setting, id: string): Content {
  const alignment = { body: 'justify', plain: 'left', note: 'left', centre: 'center' } as const;
  // Two characters: how a Chinese paragraph begins.
  const indent = place === 'body' ? { leadingIndent: 2 * size } : {};
  return { id, text: runs(text, 400), fontSize: place === 'note' ? tableSize : size, lineHeight: leading, alignment: alignment[place], margin: above(place === 'body' ? 4 : 6), ...indent, ...(leadsIn(text) ? { headlineLevel: HEADING } : {}) };
}

/** Labels and values as the rows of a form. */
function facts(rows: readonly FactRow[], { runs, name, tableSize, width }: Setting): Content {
  const label = Math.round(width * 0.19);
  const value = (width - 2 * label - 8 * PADDING.x - 5 * LINE) / 2;
  const labelCell = (text: string): TableCell => ({ id: name(), text: runs(text, 400), fontSize: tableSize, fillColor: SHADE, verticalAlignment: 'middle' });
  const valueCell = (text: string, colSpan = 1): TableCell => ({ colSpan, text: runs(text, 400), fontSize: isHash(text) ? tableSize - 2.5 : tableSize, verticalAlignment: 'middle' });
  const body = factGrid(rows).map(([left, right]) =>
    right === undefined
      ? [labelCell(left.label), valueCell(left.value, 3), {}, {}]
      : [labelCell(left.label), valueCell(left.value), labelCell(right.label), valueCell(right.value)],
  );
  return { table: { widths: [label, value, label, value], heights: 15, dontBreakRows: true, body }, layout: 'form', margin: above(8) };
}

function table({ caption, columns, rows, rowHeight }: Table, setting: Setting): Content {
  const { runs, tableSize, width } = setting;
  const shown = columns.map((column, index) => ({ column, index })).filter(({ column }) => column.only !== 'sheet');
  const shares = shown.reduce((sum, { column }) => sum + column.width, 0);
  const free = width - shown.length * 2 * PADDING.x - (shown.length + 1) * LINE;
  const widths = shown.map(({ column }) => (free * column.width) / shares);
  const cells = rows.map((row) => shown.map(({ index }) => row[index] ?? null));
  const tall = cells.some((row) => row.some((cell, at) => isTall(cell, widths[at] ?? 0, tableSize)));
  const head: TableCell[] = shown.map(({ column }) => ({ text: runs(column.title, 700), fontSize: tableSize, alignment: 'center', fillColor: SHADE, verticalAlignment: 'middle' }));
  const named = caption === null || rows.length === 0 ? [] : [{ text: runs(caption, 700), fontSize: tableSize, margin: above(8), headlineLevel: HEADING, id: setting.name() }];
  const grid: Content = {
    table: {
      headerRows: 1,
      keepWithHeaderRows: tall ? 0 : 1,
      dontBreakRows: !tall,
      widths,
      heights: (row) => (row === 0 ? 16 : ROW_HEIGHTS[rowHeight]),
      body: [head, ...cells.map((row) => rowOf(row, shown, setting))],
    },
    layout: 'form',
    margin: above(named.length === 0 ? 8 : 2),
  };
  return { stack: [...named, grid], unbreakable: rows.length <= SHORT_ROWS && !tall };
}

/** Lines of a cell for which a row may go over a page: one that is higher than a page would be cut off otherwise. */
const TALL = 20;

function isTall(cell: Cell, width: number, size: number): boolean {
  return (widthOf(String(cell ?? '')) * size) / 2 > TALL * width;
}

/** Points by which a hash is smaller, so that it stays in one line. */
const HASH_SMALLER = 3.5;
const ALIGN = { start: 'left', center: 'center', end: 'right' } as const;

/** The first cell with a text tells on which page the row is; in a row for the pen a space does. */
function rowOf(row: readonly Cell[], shown: readonly { readonly column: Column }[], setting: Setting): TableCell[] {
  const telling = Math.max(0, row.findIndex((cell) => cell !== null && cell !== ''));
  return shown.map(({ column }, at) => (at === telling ? { ...tableCell(row[at] ?? ' ', column, setting), id: setting.name() } : tableCell(row[at] ?? null, column, setting)));
}

function tableCell(cell: Cell, column: Column, { runs, tableSize }: Setting) {
  return { text: runs(cell === null ? '' : String(cell), 400), fontSize: isHash(String(cell ?? '')) ? tableSize - HASH_SMALLER : tableSize, alignment: ALIGN[column.align], verticalAlignment: 'middle' } as const;
}

/** More lines than this may go over a page. */
const TOGETHER = 12;

function signatures(lines: readonly SignatureLine[], setting: Setting, id: string): Content {
  return { stack: lines.map((line, index) => signature(line, setting, index === 0 ? id : setting.name())), margin: above(10), unbreakable: lines.length <= TOGETHER };
}

/** Role and printed name, a line to sign on, and what the record says. */
function signature({ role, name, note }: SignatureLine, { runs, tableSize, width }: Setting, id: string): Content {
  const [who, line] = [Math.round(width * 0.34), Math.round(width * 0.25)];
  return {
    columns: [
      { width: who, text: runs(`${role}：${name ?? ''}`, 400), fontSize: tableSize + 1, margin: above(6), id },
      { width: line, canvas: [{ type: 'line', x1: 0, y1: 20, x2: line - 12, y2: 20, lineWidth: LINE }] },
      { width: '*', text: runs(note ?? '', 400), fontSize: tableSize - 1, margin: above(7) },
    ],
  };
}

function writing({ label, lines }: Extract<Block, { kind: 'writing' }>, { runs, size, width }: Setting, id: string): Content {
  const ruled = Array.from({ length: lines }, (_line, index) => 26 * (index + 1));
  return {
    stack: [
      { id, text: runs(`${label}：`, 400), fontSize: size, margin: above(8) },
      { canvas: ruled.map((y) => ({ type: 'line' as const, x1: 0, y1: y, x2: width, y2: y, lineWidth: LINE })) },
    ],
    unbreakable: true,
  };
}

/** Room for a seal above the name, the name above the date. */
function closing(lines: Extract<Block, { kind: 'closing' }>, { runs, size, leading }: Setting, id: string): Content {
  const ends = closingIndents(lines);
  const line = (text: string, end: number, top: number) => ({ text: runs(text, 400), fontSize: size, lineHeight: leading, alignment: 'right' as const, margin: [0, top, end * size, 0] satisfies [number, number, number, number] });
  return { stack: [{ ...line(lines.by, ends.by, 3 * size), id }, line(lines.date, ends.date, 0)], unbreakable: true };
}

function stamp(text: string, { runs, tableSize }: Setting, id: string): Content {
  const box: TableCell = { id, text: runs(text, 400), fontSize: tableSize, alignment: 'center', margin: [0, 28, 0, 28], color: '#555555' };
  return { columns: [{ width: '*', text: '' }, { width: 130, table: { widths: ['*'], body: [[box]] }, layout: 'form' }], margin: above(12), unbreakable: true };
}

/** Thin lines all around, the same padding in every cell. */
export const FORM_LAYOUT = {
  hLineWidth: () => LINE,
  vLineWidth: () => LINE,
  paddingLeft: () => PADDING.x,
  paddingRight: () => PADDING.x,
  paddingTop: () => PADDING.y,
  paddingBottom: () => PADDING.y,
};
