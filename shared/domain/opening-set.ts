import { type Refusal, refuse } from '../error-code.ts';

export type OpeningFacts = {
  /** t of the box. */
  readonly t: number;
  /** Manifest numbers of the scrutineers who handed their keys over. */
  readonly released: readonly number[];
  /** The set fixed before, or null. */
  readonly fixed: readonly number[] | null;
  /** Whose keys the opener found useless; they are left out. */
  readonly without: readonly number[];
  /** Whether an opened list lies on the table. */
  readonly boardPosted: boolean;
};

/**
 * Whose keys open the box. The set is fixed when opening starts, and everyone opens with the same. One
 * useless key must not keep the box shut for ever: until a board is posted, the set can be fixed anew
 * without its giver, and with keys that came later. Any t true keys open the same ballots, so the choice of
 * the set decides nothing. Refuses too-few-keys, opening-started (a board was posted).
 */
export function openingSet({ t, released, fixed, without, boardPosted }: OpeningFacts): { readonly ok: true; readonly set: readonly number[] } | Refusal {
  if (fixed !== null && !without.some((one) => fixed.includes(one))) return { ok: true, set: fixed };
  if (boardPosted) return refuse('opening-started');
  const set = released.filter((one) => !without.includes(one));
  if (set.length < t) return refuse('too-few-keys', { figures: { released: set.length, needed: t } });
  return { ok: true, set };
}

/** A key may be handed over, or again, until a board is posted; after that only by who is in the set. Refuses opening-started. */
export function checkRelease(by: number, fixed: readonly number[] | null, boardPosted: boolean): { readonly ok: true } | Refusal {
  return fixed === null || !boardPosted || fixed.includes(by) ? { ok: true } : refuse('opening-started');
}
