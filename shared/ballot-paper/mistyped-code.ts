import { CROCKFORD } from './crockford.ts';
import { CODE_LENGTH, codeFits, type CodeKind } from './secret-code.ts';

/** A code is printed in seven groups of four. */
export const GROUP_LENGTH = 4;

/**
 * The one group of a mistyped code in which the mistake must lie, if it is a single one: a character that was
 * misread, or two neighbours that changed places. `characters` are 28, folded as by foldTyped; `kinds` are the
 * kinds of letter that could be meant. Returns the number of the group, 1 to 7, or null: nothing or more than one
 * group could be meant, and only a comparison of all groups helps.
 *
 * The check has 12 bits, so each of the 868 changes and 27 swaps also fits by chance once in 4,096: with one
 * mistake another group fits as well in about 17 of 100 codes (31 where both kinds could be meant), and the
 * answer is null; with one mistake it is never a wrong group. With mistakes in two groups about 18 of 100 codes
 * (30 for both kinds) fit in one group by chance alone. Therefore exactly one group counts, the group is
 * pointed at and never corrected by itself, and whoever is pointed there is told to compare all if it is right.
 */
export function suspectGroup(characters: string, kinds: readonly CodeKind[]): number | null {
  if (characters.length !== CODE_LENGTH) return null;
  const unknown = groupsOf(Array.from(characters).flatMap((character, at) => (CROCKFORD.includes(character) ? [] : [at])));
  if (unknown.size > 1) return null;
  // A character that no code has is a mistake for certain, whatever else there is.
  if (unknown.size === 1) return only(unknown);
  const fits = (candidate: string) => kinds.some((kind) => codeFits(candidate, kind));
  const suspects = groupsOf([...changesThatFit(characters, fits), ...swapsThatFit(characters, fits)]);
  return only(suspects);
}

/** Where putting another character in place of one makes the code fit. */
function changesThatFit(characters: string, fits: (candidate: string) => boolean): readonly number[] {
  const others = (at: number) => Array.from(CROCKFORD).filter((character) => character !== characters[at]);
  return positions(CODE_LENGTH).filter((at) => others(at).some((character) => fits(characters.slice(0, at) + character + characters.slice(at + 1))));
}

/** Where two neighbours that change places make the code fit: both positions of each pair, which may lie in two groups. */
function swapsThatFit(characters: string, fits: (candidate: string) => boolean): readonly number[] {
  return positions(CODE_LENGTH - 1)
    .filter((at) => characters[at] !== characters[at + 1])
    .filter((at) => fits(characters.slice(0, at) + characters.charAt(at + 1) + characters.charAt(at) + characters.slice(at + 2)))
    .flatMap((at) => [at, at + 1]);
}

function positions(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at);
}

/** Group numbers, from 1, of positions in the code. */
function groupsOf(at: readonly number[]): ReadonlySet<number> {
  return new Set(at.map((position) => Math.floor(position / GROUP_LENGTH) + 1));
}

function only(groups: ReadonlySet<number>): number | null {
  const [first] = groups;
  return groups.size === 1 && first !== undefined ? first : null;
}
