import type { Method } from './method.ts';

/** The three bases that a rate or a threshold can have, in delegates or ballots. */
export type Bases = { readonly roll: number; readonly present: number; readonly valid: number };
export type BaseName = keyof Bases;

/** A pass threshold brought down to one round: the base that more than half must be of; null for none. */
export type RoundThreshold = { readonly name: BaseName; readonly base: number } | null;

const BASE_OF = { 'half-of-roll': 'roll', 'half-of-present': 'present', 'half-of-valid': 'valid' } as const;

/**
 * The threshold of one round. `later` is true for a re-vote or second round.
 * Source: 票选办法 pass threshold, threshold in later rounds.
 */
export function thresholdOfRound(
  rule: Pick<Method, 'passThreshold' | 'laterThreshold'>,
  later: boolean,
  bases: Bases,
): RoundThreshold {
  if (rule.passThreshold === 'none' || (later && rule.laterThreshold === 'none')) return null;
  const name = BASE_OF[rule.passThreshold];
  return { name, base: bases[name] };
}

/** 过半数: more than half, the exact half excluded; in integers, since a rounded half would pass it. */
export function isMoreThanHalf(votes: number, base: number): boolean {
  return 2 * votes > base;
}

/** The fewest votes that are more than half of `base`: 31 of 60, 31 of 61. */
export function votesForMajority(base: number): number {
  return Math.floor(base / 2) + 1;
}

/** Whether a project with these votes passes the threshold of its round. */
export function passes(votes: number, threshold: RoundThreshold): boolean {
  return threshold === null || isMoreThanHalf(votes, threshold.base);
}
