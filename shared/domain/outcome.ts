import type { Method } from './method.ts';

/** The part of the method from which an outcome follows. */
export type OutcomeRule = Pick<Method, 'passThreshold' | 'laterThreshold' | 'tie' | 'shortfall'>;

export type ProjectCount = { readonly number: number; readonly votes: number };

/** The chair's decision on a tie or a shortfall; `selected` fills places, by project number. */
export type OutcomeRuling = {
  readonly text: string;
  readonly by: string;
  readonly reason: string;
  readonly selected: readonly number[];
};

export type OutcomeInput = {
  /** One row for every candidate of this round, zeros included. */
  readonly counts: readonly ProjectCount[];
  /** Places to fill in this round. */
  readonly places: number;
  readonly base: { readonly roll: number; readonly present: number; readonly valid: number };
  readonly rule: OutcomeRule;
  /** True for a re-vote or second round (the manifest names a parent outcome). */
  readonly later: boolean;
  /** Ties across the cut-off in the rounds of this chain before this one. */
  readonly earlierTies: number;
  readonly ruling: OutcomeRuling | null;
};

/** What follows from a round; a tie and a shortfall are results, not faults. */
export type RoundOutcome = {
  /** Selected by this round, in official order; those of a ruling included. */
  readonly selected: readonly number[];
  /** Tied across the cut-off in this round, in official order; stays named after a ruling. */
  readonly tied: readonly number[];
  /** Places still to fill after this round (and its ruling). */
  readonly placesLeft: number;
  readonly final: boolean;
  /** What must follow: nothing, a round among `candidates`, or a ruling of the chair. */
  readonly next:
    | { readonly kind: 'none' }
    | { readonly kind: 'revote'; readonly candidates: readonly number[]; readonly places: number }
    | { readonly kind: 'second-round'; readonly candidates: readonly number[]; readonly places: number }
    | { readonly kind: 'ruling'; readonly because: 'tie' | 'shortfall' };
};
