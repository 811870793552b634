import { CsvError, parse } from 'csv-parse/sync';
import type { ErrorBody } from '#shared/contract/error.ts';
import { delegateNumber } from '#shared/contract/roll.ts';
import { line as textLine } from '#shared/contract/field.ts';
import { z } from 'zod';
import type { DelegateLine } from '../../db/delegate.repository.ts';
import { BAD_ROW } from './roll-file-text.ts';
import type { BadRow } from './roll-file-text.ts';

export type BadRows = NonNullable<ErrorBody['rows']>;
export type RollFile = { readonly ok: true; readonly lines: readonly DelegateLine[] } | { readonly ok: false; readonly rows: BadRows };

/** The largest hall. A file of a hundred thousand bad rows would keep everyone waiting while each is named. */
const MOST_ROWS = 5_000;
const FIELDS = ['number', 'name', 'delegation'] as const;
const HEADERS: readonly (readonly string[])[] = [['代表证号', '姓名', '代表团'], FIELDS];
const fieldRules = { number: delegateNumber, name: textLine(40), delegation: textLine(40) };

const record = z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) });
type FileRow = { readonly cells: readonly string[]; readonly line: number };

/**
 * Reads a roll as CSV in UTF-8, with or without a byte order mark; empty lines are skipped. `taken` are the
 * delegate numbers already on the roll. Every bad row is listed with its line number in the file.
 */
export function readRollFile(csv: string, taken: ReadonlySet<string>): RollFile {
  const file = readRows(csv);
  if (!file.ok) return { ok: false, rows: [file.row] };
  const [header, ...rows] = file.rows;
  if (header === undefined || !isHeader(header.cells)) return { ok: false, rows: [bad(header?.line ?? 1, 'header', 'header')] };
  if (rows.length === 0) return { ok: false, rows: [bad(header.line, 'header', 'no-rows')] };
  if (rows.length > MOST_ROWS) return { ok: false, rows: [bad(header.line, 'row', 'too-many', { most: MOST_ROWS })] };
  const firstLineOf = new Map<string, number>();
  const problems = rows.flatMap((row) => problemsOf(row, taken, firstLineOf));
  return problems.length > 0 ? { ok: false, rows: problems } : { ok: true, lines: rows.map(lineOf) };
}

function readRows(csv: string): { ok: true; rows: readonly FileRow[] } | { ok: false; row: BadRows[number] } {
  try {
    const parsed: unknown = parse(csv, { bom: true, trim: true, skip_empty_lines: true, relax_column_count: true, info: true, to: MOST_ROWS + 2 });
    const rows = z.array(record).parse(parsed);
    const filled = rows.filter((row) => row.record.some((cell) => cell !== ''));
    return { ok: true, rows: filled.map((row) => ({ cells: row.record, line: row.info.lines })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, row: bad(typeof error['lines'] === 'number' ? error['lines'] : 1, 'row', 'quotes') };
  }
}

function isHeader(cells: readonly string[]): boolean {
  return HEADERS.some((header) => header.length === cells.length && header.every((name, index) => name === cells[index]?.toLowerCase()));
}

/** What is wrong with one row; the first row with a number keeps it, later ones are doubles. */
function problemsOf({ cells, line }: FileRow, taken: ReadonlySet<string>, firstLineOf: Map<string, number>): BadRows {
  if (cells.length !== FIELDS.length) return [bad(line, 'row', 'columns', { found: cells.length })];
  const wrong = FIELDS.filter((field, index) => !fieldRules[field].safeParse(cells[index]).success);
  const problems = wrong.map((field) => bad(line, field, field));
  const [number = ''] = cells;
  if (wrong.includes('number')) return problems;
  const first = firstLineOf.get(number);
  if (first !== undefined) return [...problems, bad(line, 'number', 'doubled', { number, first })];
  firstLineOf.set(number, line);
  return taken.has(number) ? [...problems, bad(line, 'number', 'taken', { number })] : problems;
}

function lineOf({ cells: [number = '', name = '', delegation = ''] }: FileRow): DelegateLine {
  return { number, name: fieldRules.name.parse(name), delegation: fieldRules.delegation.parse(delegation) };
}

function bad(line: number, field: string, problem: BadRow, figures: Readonly<Record<string, number | string>> = {}): BadRows[number] {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_match, name: string) => String(figures[name] ?? ''));
  return { line, field, message: { zh: fill(BAD_ROW[problem].zh), en: fill(BAD_ROW[problem].en) } };
}
