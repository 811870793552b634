import { type Refusal, refuse } from '../error-code.ts';
import type { RoundOutcome } from './outcome.ts';

export const ROUND_KINDS = ['first', 'revote', 'second-round', 'repeat'] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];

/** Round ids reserved at the key ceremony, so that a re-vote needs no new one; void rounds use theirs up. */
export const RESERVED_ROUNDS = 5;

/** What a round is about. Candidates keep their first-round numbers, in official order. */
export type RoundDefinition = {
  /** 1 for the first round of the congress; void rounds count. */
  readonly number: number;
  readonly kind: RoundKind;
  readonly candidates: readonly number[];
  readonly places: number;
};
export type Defined = { readonly ok: true; readonly round: RoundDefinition } | Refusal;

/** The first round: all candidates for the places of the method. */
export function firstRound(candidates: readonly number[], places: number): RoundDefinition {
  return { number: 1, kind: 'first', candidates: candidates.toSorted((a, b) => a - b), places };
}

/**
 * The round that a certified outcome asks for. `number` is that of the latest round.
 * Refuses no-next-round (final), ruling-needed (the chair decides first), rounds-used-up.
 * Source: 票选办法 tie, shortfall.
 */
export function nextRound(outcome: RoundOutcome, number: number): Defined {
  const { next } = outcome;
  if (next.kind === 'none') return refuse('no-next-round');
  if (next.kind === 'ruling') return refuse('ruling-needed', { figures: { because: next.because } });
  return withinReserved({ number: number + 1, kind: next.kind, candidates: next.candidates, places: next.places });
}

/** The repeat of a void round: the same candidates for the same places. Refuses rounds-used-up. */
export function repeatRound(voided: RoundDefinition): Defined {
  return withinReserved({ ...voided, number: voided.number + 1, kind: 'repeat' });
}

/** Ties across the cut-off in the certified rounds of a chain before the present one. */
export function countTies(earlier: readonly Pick<RoundOutcome, 'tied'>[]): number {
  return earlier.filter((outcome) => outcome.tied.length > 0).length;
}

function withinReserved(round: RoundDefinition): Defined {
  if (round.number > RESERVED_ROUNDS) return refuse('rounds-used-up', { figures: { rounds: RESERVED_ROUNDS } });
  return { ok: true, round };
}
