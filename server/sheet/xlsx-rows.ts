import { columnAt } from './column-letters.ts';
import { shownNumber } from './number-format.ts';
import type { NumberFormat } from './number-format.ts';
import { MOST_COLUMNS } from './sheet.ts';
import type { SheetRow } from './sheet.ts';
import { walkXml } from './xml-walk.ts';
import { Damaged, TooLargeInside } from './zip.ts';

/** What cells refer to. */
export type Workbook = { readonly strings: readonly string[]; readonly formats: ReadonlyMap<number, NumberFormat>; readonly from1904: boolean };

type Cell = { readonly type: string; readonly style: number; value: string; formula: boolean };
type Row = { readonly line: number; readonly hidden: boolean; readonly cells: Map<number, Cell>; lastColumn: number };
type Range = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
type Attributes = Readonly<Record<string, string>>;

const LAST_ROW = 1_048_576;
const MOST_MERGES = 10_000;

/** The rows of a sheet's part in which something stands, as they are shown; not more than `mostRows` and one. */
export function readXlsxRows(part: Uint8Array, workbook: Workbook, mostRows: number): { readonly rows: SheetRow[]; readonly wider: boolean } {
  const reading = new RowReading(mostRows);
  walkXml(part, {
    open: (name, attributes) => reading.open(name, attributes),
    text: (text) => reading.text(text),
    close: (name) => reading.close(name),
    done: () => reading.rows.length > mostRows,
  });
  const { rows, merges, wider } = reading;
  return { rows: rows.map((row) => rowOf(row, workbook, merges)), wider };
}

/** Where the walk through the sheet stands. */
class RowReading {
  readonly rows: Row[] = [];
  readonly merges: Range[] = [];
  wider = false;
  #mostRows: number;
  #line = 0;
  #row: Row | null = null;
  #cell: Cell | null = null;
  #inValue = false;
  #inHint = false;

  constructor(mostRows: number) {
    this.#mostRows = mostRows;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'row') this.#openRow(attributes);
    if (name === 'c' && this.#row !== null) this.#openCell(this.#row, attributes);
    if (name === 'f' && this.#cell !== null) this.#cell.formula = true;
    if (name === 'mergeCell') this.#merge(attributes['ref'] ?? '');
    if (name === 'rPh') this.#inHint = true;
    this.#inValue = name === 'v' || name === 't';
  }

  text(text: string): void {
    if (this.#inValue && !this.#inHint && this.#cell !== null) this.#cell.value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#inValue = false;
    if (name === 'rPh') this.#inHint = false;
    if (name === 'c') this.#cell = null;
    if (name !== 'row' || this.#row === null) return;
    // One row more than may be: enough to say that there are too many.
    if (this.rows.length <= this.#mostRows && [...this.#row.cells.values()].some((cell) => cell.value.trim() !== '' || cell.formula)) this.rows.push(this.#row);
    this.#row = null;
  }

  #openRow({ r, hidden }: Attributes): void {
    this.#line = r === undefined ? this.#line + 1 : Number(r);
    if (!Number.isInteger(this.#line) || this.#line < 1 || this.#line > LAST_ROW) throw new Damaged();
    this.#row = { line: this.#line, hidden: hidden === '1' || hidden === 'true', cells: new Map(), lastColumn: -1 };
  }

  #openCell(row: Row, { r, t = 'n', s = '0' }: Attributes): void {
    const column = r === undefined ? row.lastColumn + 1 : columnAt(r);
    row.lastColumn = column;
    const cell: Cell = { type: t, style: Number(s), value: '', formula: false };
    this.#cell = cell;
    if (column < MOST_COLUMNS) row.cells.set(column, cell);
    else this.wider = true;
  }

  #merge(reference: string): void {
    if (this.merges.length >= MOST_MERGES) throw new TooLargeInside();
    const [start = '', end = start] = reference.split(':');
    this.merges.push({ top: rowAt(start), bottom: rowAt(end), left: columnAt(start), right: columnAt(end) });
  }
}

function rowOf({ line, hidden, cells }: Row, workbook: Workbook, merges: readonly Range[]): SheetRow {
  const flaws: SheetRow['flaws'] = new Map();
  for (const [column, cell] of cells) {
    if (cell.formula) flaws.set(column, 'formula');
    else if (cell.type === 'e') flaws.set(column, 'error');
  }
  const merged = new Set<number>();
  for (const { top, bottom, left, right } of merges) {
    if (line < top || line > bottom) continue;
    for (let column = left; column <= Math.min(right, MOST_COLUMNS - 1); column += 1) {
      // No program merges a cell twice; thousands of ranges over each other would only cost time.
      if (merged.has(column)) throw new Damaged();
      merged.add(column);
      flaws.set(column, 'merged');
    }
  }
  const width = Math.max(-1, ...cells.keys()) + 1;
  return { line, hidden, flaws, cells: Array.from({ length: width }, (_none, column) => shown(cells.get(column), workbook)) };
}

/** What a cell shows, as far as a roll or a project list has such cells. */
function shown(cell: Cell | undefined, { strings, formats, from1904 }: Workbook): string {
  if (cell === undefined) return '';
  if (cell.type === 's') return sharedText(strings, cell.value);
  if (cell.type === 'n') return shownNumber(cell.value, formats.get(cell.style) ?? null, from1904);
  return cell.value.trim();
}

function sharedText(strings: readonly string[], value: string): string {
  if (value.trim() === '') return '';
  const text = strings[Number(value)];
  if (text === undefined) throw new Damaged();
  return text.trim();
}

function rowAt(reference: string): number {
  return Number(/[0-9]+$/.exec(reference)?.[0] ?? 0);
}
