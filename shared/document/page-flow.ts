import type { Block } from './model.ts';
import { widthOf } from './width.ts';

/** Characters that stay free to the right of the date (GB/T 9704, 7.3.5: 成文日期右空四字). */
const DATE_INDENT = 4;

/**
 * Where the two lines of a closing end, in characters from the right margin: the date four characters in, and the name
 * centred above it, so that one seal covers both; a name too long for that moves the pair to the left.
 */
export function closingIndents({ by, date }: { readonly by: string; readonly date: string }): { readonly by: number; readonly date: number } {
  const longer = (widthOf(by) - widthOf(date)) / 4;
  const name = DATE_INDENT - longer;
  return name >= 0 ? { by: name, date: DATE_INDENT } : { by: 0, date: longer };
}

/** Whether a paragraph announces what follows it: it never ends a page, as a heading does not. */
export function leadsIn(text: string): boolean {
  return text.endsWith('：');
}

/** Whether a block never stands alone on a page: signatures, a closing and a place for the stamp stay with the last lines of what they are under. */
export function staysWith(block: Block | undefined): boolean {
  return block?.kind === 'signatures' || block?.kind === 'closing' || block?.kind === 'stamp';
}

/** A table so short stays in one piece with its heading. */
export const SHORT_ROWS = 4;

/** Rows of a long table that go over to the next page with the signatures under it. */
export const ROWS_ALONG = 2;
