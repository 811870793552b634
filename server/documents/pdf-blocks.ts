import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { Block, Cell, Column, SignatureLine, Table } from '#shared/document/model.ts';
import { type FactRow, factGrid, isHash } from '#shared/document/fact-grid.ts';
import type { Weight } from './font-shelf.ts';

/** How blocks are set: runs for a text in a weight, the sizes in points, and the width of the page between its margins. */
export type Setting = {
  readonly runs: (text: string, weight: Weight) => Content;
  readonly size: number;
  /** Line height as a factor of the font's own. */
  readonly leading: number;
  readonly tableSize: number;
  readonly width: number;
};

const LINE = 0.5;
const SHADE = '#f2f2f2';
const PADDING = { x: 4, y: 3 };
const ROW_HEIGHTS: Readonly<Record<Table['rowHeight'], number>> = { text: 12, writing: 21, tally: 24 };

/** Left, top, right, bottom: space above and below. */
export function above(top: number, bottom: number): [number, number, number, number] {
  return [0, top, 0, bottom];
}

/** One block of a document as pdfmake lays it out. */
export function pdfBlock(block: Block, setting: Setting): Content {
  switch (block.kind) {
    case 'heading':
      return { text: setting.runs(block.text, 700), fontSize: setting.size, lineHeight: setting.leading, margin: [0, 6, 0, 4], headlineLevel: 1 };
    case 'paragraph':
      return paragraph(block, setting);
    case 'facts':
      return facts(block.rows, setting);
    case 'table':
      return table(block, setting);
    case 'signatures':
      return signatures(block.lines, setting);
    case 'writing':
      return writing(block, setting);
    case 'stamp':
      return stamp(block.text, setting);
  }
}

function paragraph({ text, place }: Extract<Block, { kind: 'paragraph' }>, { runs, size, leading, tableSize }: Setting): Content {
  const alignment = { body: 'justify', plain: 'left', note: 'left', centre: 'center', end: 'right' } as const;
  // Two characters: how a Chinese paragraph begins.
  const indent = place === 'body' ? { leadingIndent: 2 * size } : {};
  const end: [number, number, number, number] = place === 'end' ? [0, 0, 2 * size, 0] : [0, 0, 0, 4];
  return { text: runs(text, 400), fontSize: place === 'note' ? tableSize : size, lineHeight: leading, alignment: alignment[place], margin: end, ...indent };
}

/** Labels and values as the rows of a form. */
function facts(rows: readonly FactRow[], { runs, tableSize, width }: Setting): Content {
  const label = Math.round(width * 0.19);
  const value = (width - 2 * label - 8 * PADDING.x - 5 * LINE) / 2;
  const labelCell = (text: string): TableCell => ({ text: runs(text, 400), fontSize: tableSize, fillColor: SHADE, verticalAlignment: 'middle' });
  const valueCell = (text: string, colSpan = 1): TableCell => ({ colSpan, text: runs(text, 400), fontSize: isHash(text) ? tableSize - 2.5 : tableSize, verticalAlignment: 'middle' });
  const body = factGrid(rows).map(([left, right]) =>
    right === undefined
      ? [labelCell(left.label), valueCell(left.value, 3), {}, {}]
      : [labelCell(left.label), valueCell(left.value), labelCell(right.label), valueCell(right.value)],
  );
  return { table: { widths: [label, value, label, value], heights: 15, dontBreakRows: true, body }, layout: 'form', margin: [0, 4, 0, 8] };
}

function table({ caption, columns, rows, rowHeight }: Table, setting: Setting): Content {
  const { runs, tableSize, width } = setting;
  const shown = columns.map((column, index) => ({ column, index })).filter(({ column }) => column.only !== 'sheet');
  const shares = shown.reduce((sum, { column }) => sum + column.width, 0);
  const free = width - shown.length * 2 * PADDING.x - (shown.length + 1) * LINE;
  const head: TableCell[] = shown.map(({ column }) => ({ text: runs(column.title, 700), fontSize: tableSize, alignment: 'center', fillColor: SHADE, verticalAlignment: 'middle' }));
  const grid: Content = {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: shown.map(({ column }) => (free * column.width) / shares),
      heights: (row) => (row === 0 ? 16 : ROW_HEIGHTS[rowHeight]),
      body: [head, ...rows.map((row) => shown.map(({ column, index }) => tableCell(row[index] ?? null, column, setting)))],
    },
    layout: 'form',
    margin: [0, 2, 0, 8],
  };
  const named = caption === null || rows.length === 0 ? [] : [{ text: runs(caption, 700), fontSize: tableSize, margin: above(4, 2) }];
  return { stack: [...named, grid] };
}

/** Points by which a hash is smaller, so that it stays in one line. */
const HASH_SMALLER = 3.5;
const ALIGN = { start: 'left', center: 'center', end: 'right' } as const;

function tableCell(cell: Cell, column: Column, { runs, tableSize }: Setting): TableCell {
  return { text: runs(cell === null ? '' : String(cell), 400), fontSize: isHash(String(cell ?? '')) ? tableSize - HASH_SMALLER : tableSize, alignment: ALIGN[column.align], verticalAlignment: 'middle' };
}

/** More lines than this may go over a page. */
const TOGETHER = 12;

function signatures(lines: readonly SignatureLine[], setting: Setting): Content {
  return { stack: lines.map((line) => signature(line, setting)), margin: [0, 6, 0, 0], unbreakable: lines.length <= TOGETHER };
}

/** Role and printed name, a line to sign on, and what the record says. */
function signature({ role, name, note }: SignatureLine, { runs, tableSize, width }: Setting): Content {
  const [who, line] = [Math.round(width * 0.36), Math.round(width * 0.28)];
  return {
    columns: [
      { width: who, text: runs(`${role}：${name ?? ''}`, 400), fontSize: tableSize + 1, margin: [0, 6, 0, 0] },
      { width: line, canvas: [{ type: 'line', x1: 0, y1: 20, x2: line - 12, y2: 20, lineWidth: LINE }] },
      { width: '*', text: runs(note ?? '', 400), fontSize: tableSize - 1, margin: [0, 7, 0, 0] },
    ],
  };
}

function writing({ label, lines }: Extract<Block, { kind: 'writing' }>, { runs, size, width }: Setting): Content {
  const ruled = Array.from({ length: lines }, (_line, index) => 26 * (index + 1));
  return {
    stack: [
      { text: runs(`${label}：`, 400), fontSize: size },
      { canvas: ruled.map((y) => ({ type: 'line' as const, x1: 0, y1: y, x2: width, y2: y, lineWidth: LINE })), margin: [0, 0, 0, 10] },
    ],
    unbreakable: true,
  };
}

function stamp(text: string, { runs, tableSize }: Setting): Content {
  const box = { text: runs(text, 400), fontSize: tableSize, alignment: 'center' as const, margin: above(28, 28), color: '#555555' };
  return { columns: [{ width: '*', text: '' }, { width: 130, table: { widths: ['*'], body: [[box]] }, layout: 'form' }], margin: [0, 12, 0, 0], unbreakable: true };
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
