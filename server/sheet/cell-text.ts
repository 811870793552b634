import { line } from '#shared/contract/field.ts';
import type { ProblemName } from './sheet-text.ts';

export type CellText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: Extract<ProblemName, 'blank' | 'too-long' | 'hidden'>; readonly figures: Readonly<Record<string, number>> };

/** A cell as the line of text that the wire takes, of 1 to `most` characters (UTF-16 units), or what is wrong with it. */
export function cellText(cell: string, most: number): CellText {
  const text = cell.trim();
  if (text === '') return { ok: false, problem: 'blank', figures: {} };
  if (text.length > most) return { ok: false, problem: 'too-long', figures: { length: text.length, most } };
  return line(most).safeParse(text).success ? { ok: true, text } : { ok: false, problem: 'hidden', figures: {} };
}
