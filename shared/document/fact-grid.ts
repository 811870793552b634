import { widthOf } from './width.ts';

export type FactRow = { readonly label: string; readonly value: string };

/** Widths of Latin digits that half a row has room for. */
const HALF = 22;

/**
 * Labels and values as the rows of a form: two short ones side by side, a long one alone, in the given order.
 * A form that fits on one page keeps its signatures beside its figures.
 */
export function factGrid(rows: readonly FactRow[]): readonly (readonly [FactRow] | readonly [FactRow, FactRow])[] {
  const [first, second] = rows;
  if (first === undefined) return [];
  if (second === undefined || !isShort(first) || !isShort(second)) return [[first], ...factGrid(rows.slice(1))];
  return [[first, second], ...factGrid(rows.slice(2))];
}

function isShort({ value }: FactRow): boolean {
  // A fingerprint is read out group by group: it stays in one line.
  return widthOf(value) <= HALF && !/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/.test(value);
}

/** Whether a value is a hash, which is set smaller so that it stays in one line. */
export function isHash(value: string): boolean {
  return /[0-9a-f]{64}/.test(value);
}
