import { delegateNumber } from '#shared/contract/roll.ts';
import type { SheetProblem } from '#shared/contract/sheet-file.ts';
import { readAs } from '#shared/domain/person-name.ts';
import type { RollLine } from '#shared/domain/roll-plan.ts';
import { cellText } from '../../sheet/cell-text.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import { cellProblem, plainHeader, readTable } from '../../sheet/table.ts';
import type { FieldHeaders, Table, TableRow } from '../../sheet/table.ts';

/** The largest roll. A file of a hundred thousand bad rows would keep everyone waiting while each is named. */
export const MOST_DELEGATES = 10_000;

export type RollField = 'number' | 'name' | 'delegation';

/** Where an office numbers its list and nothing else, that number is the delegate's. */
const ORDER = ['序号', '顺序号', 'order'];
const HEADERS: FieldHeaders<RollField> = {
  number: { names: ['代表证号', '代表证编号', '代表证', '代表编号', '代表号', '证号', '编号', 'number', 'delegate number', 'no', 'no.', ...ORDER], needed: true },
  name: { names: ['姓名', '代表姓名', '名字', 'name'], needed: true },
  delegation: { names: ['代表团', '代表团/组', '代表团组', '所属代表团', '所在代表团', '代表组', '代表小组', '组别', '小组', '分组', '组', '团组', 'delegation', 'group'], needed: true },
};

const LONGEST = 40;

export type FileLine = RollLine & { readonly line: number };
export type RollRows = {
  readonly table: Table<RollField>;
  readonly lines: readonly FileLine[];
  /** Numbers that stand in the file, also in rows with another problem. */
  readonly numbers: ReadonlySet<string>;
  readonly problems: readonly SheetProblem[];
};

type Seen = { readonly numbers: Map<string, number>; readonly names: Map<string, number> };

/** Reads a roll; every problem is listed with its row. Lines are complete only where no problem but warnings is left. */
export function readRollRows(sheet: Sheet): RollRows {
  const table = readTable(sheet, HEADERS, MOST_DELEGATES);
  const seen: Seen = { numbers: new Map(), names: new Map() };
  const read = table.rows.map((row) => readLine(row, table, seen));
  return {
    table,
    lines: read.flatMap(({ line }) => (line === null ? [] : [line])),
    numbers: new Set(seen.numbers.keys()),
    problems: [...table.problems, ...orderNote(table), ...read.flatMap(({ problems }) => problems)],
  };
}

function orderNote(table: Table<RollField>): SheetProblem[] {
  const header = table.columns.get('number')?.header ?? '';
  return ORDER.includes(plainHeader(header)) ? [cellProblem(table.columns, table.rows[0]?.line ?? 1, 'number', 'number-from-order')] : [];
}

type ReadLine = { readonly line: FileLine | null; readonly problems: readonly SheetProblem[] };

function readLine(row: TableRow<RollField>, table: Table<RollField>, seen: Seen): ReadLine {
  const number = readNumber(row, table, seen);
  const name = readText(row, table, 'name');
  const delegation = readText(row, table, 'delegation');
  const problems = [...number.problems, ...name.problems, ...delegation.problems];
  if (number.text === null || name.text === null || delegation.text === null) return { line: null, problems };
  const person = unspaced(name.text);
  const first = seen.names.get(readAs(person));
  if (first === undefined) seen.names.set(readAs(person), row.line);
  else problems.push(cellProblem(table.columns, row.line, 'name', 'same-name', { name: person, first }));
  return { line: { line: row.line, number: number.text, name: person, delegation: delegation.text }, problems };
}

type ReadCell = { readonly text: string | null; readonly problems: readonly SheetProblem[] };

/** The first row with a number keeps it, later ones are doubles. */
function readNumber(row: TableRow<RollField>, { columns }: Table<RollField>, { numbers }: Seen): ReadCell {
  if (row.flawed.has('number')) return { text: null, problems: [] };
  const number = (row.cells.get('number') ?? '').normalize('NFKC').trim();
  if (number === '') return { text: null, problems: [cellProblem(columns, row.line, 'number', 'number-blank')] };
  if (!delegateNumber.safeParse(number).success) return { text: null, problems: [cellProblem(columns, row.line, 'number', 'number', { found: number })] };
  const first = numbers.get(number);
  if (first !== undefined) return { text: null, problems: [cellProblem(columns, row.line, 'number', 'doubled', { number, first })] };
  numbers.set(number, row.line);
  return { text: number, problems: [] };
}

function readText(row: TableRow<RollField>, { columns }: Table<RollField>, field: 'name' | 'delegation'): ReadCell {
  if (row.flawed.has(field)) return { text: null, problems: [] };
  const read = cellText(row.cells.get(field) ?? '', LONGEST);
  return read.ok ? { text: read.text, problems: [] } : { text: null, problems: [cellProblem(columns, row.line, field, read.problem, read.figures)] };
}

/** Spaces that only make a name of two characters as wide as one of three (陈　正) are no part of it. */
function unspaced(name: string): string {
  return name.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
}
