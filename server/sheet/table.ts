import type { SheetProblem } from '#shared/contract/sheet-file.ts';
import { lettersOf } from './column-letters.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import { problem } from './sheet-text.ts';
import type { Place, ProblemName } from './sheet-text.ts';

/** The headers, in Chinese and English, under which offices list a field; the first that is found counts. */
export type FieldHeaders<F extends string> = Readonly<Record<F, { readonly names: readonly string[]; readonly needed: boolean }>>;

export type Column = { readonly at: number; readonly header: string };

export type Table<F extends string> = {
  /** Where a field stands and under which header; a field that the file does not have is missing. */
  readonly columns: ReadonlyMap<F, Column>;
  readonly ignored: readonly string[];
  readonly rows: readonly TableRow<F>[];
  readonly problems: readonly SheetProblem[];
};

export type TableRow<F extends string> = {
  readonly line: number;
  readonly cells: ReadonlyMap<F, string>;
  /** Fields whose cell cannot be taken at its word, which is told already. */
  readonly flawed: ReadonlySet<F>;
};

/** A title, a date and an empty line may stand above the header. */
const HEADER_WITHIN_ROWS = 10;
/** Rows that may stand above those that are counted. */
export const ROWS_ABOVE = HEADER_WITHIN_ROWS + 1;

type Columns<F extends string> = ReadonlyMap<F, Column>;

/**
 * Finds the header row and reads what stands below it by field. Formulas, errors and merged cells in a column that is
 * read, a header that stands twice, and rows that are hidden are told; nothing is guessed.
 */
export function readTable<F extends string>(sheet: Sheet, headers: FieldHeaders<F>, mostRows: number): Table<F> {
  const fields = fieldsOf(headers);
  const above = sheet.rows.slice(0, HEADER_WITHIN_ROWS);
  const place = above.findIndex((row) => missingIn(row, headers, fields).length === 0);
  const header = sheet.rows[place];
  if (header === undefined) return { columns: new Map(), ignored: [], rows: [], problems: [...sheetWarnings(sheet), noHeader(above, headers, fields)] };
  const columns = columnsOf(header, headers, fields);
  const used = [...columns.values()].map(({ at }) => at);
  // A row that was numbered beforehand and never filled in says nothing of what is read.
  const below = sheet.rows.slice(place + 1).filter(({ cells, flaws }) => used.some((at) => (cells[at] ?? '') !== '' || (flaws.has(at) && flaws.get(at) !== 'merged')));
  const rows = below.slice(0, mostRows);
  return {
    columns,
    ignored: header.cells.filter((text, at) => text !== '' && !used.includes(at)),
    rows: rows.map((row) => rowOf(row, columns)),
    problems: [
      ...sheetWarnings(sheet),
      ...doubledHeaders(header, headers, fields),
      ...(below.length === 0 ? [problem(wholeRow(header), 'header', 'no-rows')] : []),
      ...rows.flatMap((row) => rowProblems(row, columns)),
      ...(below.length > mostRows ? [problem({ line: below[mostRows]?.line ?? 1, column: null }, 'row', 'too-many', { most: mostRows })] : []),
    ],
  };
}

/** Says of a row's field what is wrong, with its column and header. */
export function cellProblem<F extends string>(columns: Columns<F>, line: number, field: F, name: ProblemName, figures: Readonly<Record<string, number | string>> = {}): SheetProblem {
  const column = columns.get(field);
  return problem(placeOf(line, column), field, name, { header: column?.header ?? field, ...figures });
}

function placeOf(line: number, column: Column | undefined): Place {
  return { line, column: column === undefined ? null : lettersOf(column.at) };
}

function wholeRow({ line }: SheetRow): Place {
  return { line, column: null };
}

function sheetWarnings({ hiddenSheets, otherSheets, name, wider }: Sheet): SheetProblem[] {
  const top = { line: 1, column: null };
  return [
    ...hiddenSheets.map((hidden) => problem(top, 'sheet', 'hidden-sheet', { name: hidden })),
    ...(otherSheets.length === 0 ? [] : [problem(top, 'sheet', 'other-sheets', { name: name ?? '', others: otherSheets.join('、') })]),
    ...(wider ? [problem(top, 'sheet', 'far-columns')] : []),
  ];
}

/** The row that has most of the header, or none of it anywhere. */
function noHeader<F extends string>(above: readonly SheetRow[], headers: FieldHeaders<F>, fields: readonly F[]): SheetProblem {
  const called = (wanted: readonly F[]) => wanted.map((field) => headers[field].names[0] ?? field).join('、');
  const needed = fields.filter((field) => headers[field].needed);
  const [best] = above.toSorted((a, b) => missingIn(a, headers, fields).length - missingIn(b, headers, fields).length);
  const missing = best === undefined ? needed : missingIn(best, headers, fields);
  if (best === undefined || missing.length === needed.length) return problem({ line: above[0]?.line ?? 1, column: null }, 'header', 'no-header', { wanted: called(needed) });
  return problem(wholeRow(best), 'header', 'header-incomplete', { missing: called(missing) });
}

function fieldsOf<F extends string>(headers: FieldHeaders<F>): readonly F[] {
  const fields: F[] = [];
  for (const field in headers) fields.push(field);
  return fields;
}

/** Headers are compared without spaces, case, width and brackets with remarks such as （必填）. */
export function plainHeader(text: string): string {
  return text.normalize('NFKC').replace(/\([^)]*\)/g, '').replace(/[\s*:]/g, '').toLowerCase();
}

function names<F extends string>(headers: FieldHeaders<F>, field: F): readonly string[] {
  return headers[field].names.map(plainHeader);
}

/** Needed fields for which the row has no header. */
function missingIn<F extends string>(row: SheetRow, headers: FieldHeaders<F>, fields: readonly F[]): readonly F[] {
  const texts = row.cells.map(plainHeader);
  return fields.filter((field) => headers[field].needed && !names(headers, field).some((name) => texts.includes(name)));
}

function columnsOf<F extends string>(row: SheetRow, headers: FieldHeaders<F>, fields: readonly F[]): Columns<F> {
  const texts = row.cells.map(plainHeader);
  const columns = new Map<F, Column>();
  for (const field of fields) {
    const name = names(headers, field).find((one) => texts.includes(one));
    const at = name === undefined ? -1 : texts.indexOf(name);
    const header = row.cells[at];
    if (header !== undefined) columns.set(field, { at, header });
  }
  return columns;
}

function doubledHeaders<F extends string>(row: SheetRow, headers: FieldHeaders<F>, fields: readonly F[]): SheetProblem[] {
  const texts = row.cells.map(plainHeader);
  const wanted = new Set(fields.flatMap((field) => names(headers, field)));
  return texts.flatMap((text, at) =>
    wanted.has(text) && texts.indexOf(text) !== at ? [problem({ line: row.line, column: lettersOf(at) }, 'header', 'doubled-header', { header: row.cells[at] ?? text })] : [],
  );
}

function rowOf<F extends string>({ line, cells, flaws }: SheetRow, columns: Columns<F>): TableRow<F> {
  const all = [...columns];
  return {
    line,
    cells: new Map(all.map(([field, { at }]) => [field, cells[at] ?? ''])),
    flawed: new Set(all.flatMap(([field, { at }]) => (flaws.has(at) ? [field] : []))),
  };
}

function rowProblems<F extends string>(row: SheetRow, columns: Columns<F>): SheetProblem[] {
  const hidden = row.hidden ? [problem(wholeRow(row), 'row', 'hidden-row')] : [];
  const flawed = [...columns].flatMap(([field, { at }]) => {
    const flaw = row.flaws.get(at);
    return flaw === undefined ? [] : [cellProblem(columns, row.line, field, flaw)];
  });
  return [...hidden, ...flawed];
}
