import { foldTyped, inFours } from '#shared/ballot-paper/crockford.ts';

/** What stands in the field of the letter's code, and where the caret is. */
export type LetterField = { readonly text: string; readonly caret: number };

export const EMPTY_FIELD: LetterField = { text: '', caret: 0 };

const GAP = ' ';

/**
 * The field after an edit: groups of four, in capitals, O as 0 and I and L as 1, without prefix and signs. The
 * caret stays behind the character that it followed. Who deletes only the gap between two groups means the
 * character on the other side of it: `inputType` is the edit's, as the browser names it.
 */
export function afterEdit(before: string, edited: LetterField, inputType: string): LetterField {
  const all = charactersOf(edited.text);
  const typed = charactersOf(edited.text.slice(0, edited.caret));
  const front = all.startsWith(typed) ? typed : all;
  const rest = all.slice(front.length);
  const onlyGapGone = all === charactersOf(before) && edited.text.length < before.length;
  if (onlyGapGone && inputType === 'deleteContentBackward') return field(front.slice(0, -1), rest);
  if (onlyGapGone && inputType === 'deleteContentForward') return field(front, rest.slice(1));
  return field(front, rest);
}

/** The characters of a code in whatever form it was typed, pasted or scanned: what follows the prefix where there is one. */
export function charactersOf(text: string): string {
  const folded = foldTyped(text);
  const prefix = Math.max(folded.lastIndexOf('RV1:'), folded.lastIndexOf('RVT:'));
  return folded.slice(prefix < 0 ? 0 : prefix + 4).replace(/[^0-9A-Z]/g, '');
}

/** The groups as printed, the last one as far as it is typed. */
export function groupsOf(characters: string): readonly string[] {
  return characters === '' ? [] : inFours(characters, GAP).split(GAP);
}

/** Where a group stands in the field, from 1, to be marked for typing it again. */
export function rangeOfGroup(group: number): { readonly start: number; readonly end: number } {
  const start = (group - 1) * 5;
  return { start, end: start + 4 };
}

function field(front: string, rest: string): LetterField {
  return { text: inFours(front + rest, GAP), caret: inFours(front, GAP).length };
}
