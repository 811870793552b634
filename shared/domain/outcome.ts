import type { Refusal } from '../error-code.ts';
import { type Method, checkPlaces } from './method.ts';
import { cutOff } from './ranking.ts';
import { checkRulingWords } from './ruling.ts';
import { passes, thresholdOfRound } from './threshold.ts';
import { ALLOWED, type Verdict, demand, firstRefusal } from './verdict.ts';

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

/**
 * The outcome of one round from its counts, the adopted rules and the chair's ruling, if there is one.
 * Every count in ballots, every place in projects. A tie across the cut-off is never broken here: it becomes
 * a re-vote, or waits for a ruling (`next.kind` 'ruling').
 *
 * Refuses bad-board (counts that no board can have), bad-method and places-not-below-candidates (places), bad-ruling, ruling-not-expected.
 * Source: 票选办法 places, pass threshold, threshold in later rounds, tie, shortfall.
 */
export function decideOutcome(input: OutcomeInput): { readonly ok: true; readonly outcome: RoundOutcome } | Refusal {
  const checked = checkCounts(input);
  if (!checked.ok) return checked;
  const standing = standingOf(input);
  const ruled = checkRuling(input, standing);
  if (!ruled.ok) return ruled;
  return { ok: true, outcome: standing.tied.length > 0 ? tiedOutcome(input, standing) : clearOutcome(input, standing) };
}

/** The other projects, once the last round is certified: every first-round candidate that no round selected. */
export function finalKeyWork(
  allCandidates: readonly number[],
  selectedOverRounds: readonly (readonly number[])[],
): readonly number[] {
  const selected = new Set(selectedOverRounds.flat());
  return inOfficialOrder(allCandidates.filter((number) => !selected.has(number)));
}

/** What the votes alone say, before any ruling. */
type Standing = { readonly selected: readonly number[]; readonly tied: readonly number[]; readonly placesLeft: number };

/** Official order is the order of the first-round numbers. */
function inOfficialOrder(numbers: readonly number[]): readonly number[] {
  return numbers.toSorted((a, b) => a - b);
}

function checkCounts(input: OutcomeInput): Verdict {
  const numbers = new Set(input.counts.map((row) => row.number));
  const possible = input.counts.every(
    (row) => Number.isSafeInteger(row.votes) && row.votes >= 0 && row.votes <= input.base.valid,
  );
  return firstRefusal(
    demand(numbers.size === input.counts.length && possible, 'bad-board', { field: 'counts' }),
    checkPlaces(input.places, input.counts.length),
  );
}

function standingOf(input: OutcomeInput): Standing {
  const threshold = thresholdOfRound(input.rule, input.later, input.base);
  const passing = input.counts.filter((row) => passes(row.votes, threshold));
  const line = cutOff(passing, input.places);
  // A tie wholly above or wholly below the cut-off needs nothing.
  const tied = line?.tied ? passing.filter((row) => row.votes === line.lastInside) : [];
  const selected = passing.filter((row) => line === null || (row.votes >= line.lastInside && !tied.includes(row)));
  return {
    selected: inOfficialOrder(selected.map((row) => row.number)),
    tied: inOfficialOrder(tied.map((row) => row.number)),
    placesLeft: input.places - selected.length,
  };
}

/** Whether the chair has something to decide: a tie that is not re-voted, or a second round that may be left out. */
function rulingExpected(input: OutcomeInput, standing: Standing): boolean {
  if (standing.tied.length > 0) return tieNeedsRuling(input);
  return standing.placesLeft > 0 && input.rule.shortfall === 'second-round';
}

function tieNeedsRuling(input: OutcomeInput): boolean {
  return input.rule.tie === 'ruling' || input.earlierTies >= 1;
}

function checkRuling(input: OutcomeInput, standing: Standing): Verdict {
  const { ruling } = input;
  if (ruling === null) return ALLOWED;
  // Tied: exactly the places left, among the tied. Short: none, which leaves the places empty.
  const wanted = standing.tied.length > 0 ? standing.placesLeft : 0;
  const chosen = standing.tied.filter((number) => ruling.selected.includes(number));
  const fits = ruling.selected.length === wanted && chosen.length === wanted;
  return firstRefusal(
    demand(rulingExpected(input, standing), 'ruling-not-expected'),
    checkRulingWords(ruling),
    demand(fits, 'bad-ruling', { field: 'selected', figures: { placesLeft: wanted } }),
  );
}

function tiedOutcome(input: OutcomeInput, { selected, tied, placesLeft }: Standing): RoundOutcome {
  if (input.ruling !== null) {
    const filled = inOfficialOrder([...selected, ...input.ruling.selected]);
    return { selected: filled, tied, placesLeft: 0, final: true, next: { kind: 'none' } };
  }
  const next = tieNeedsRuling(input)
    ? ({ kind: 'ruling', because: 'tie' } as const)
    : ({ kind: 'revote', candidates: tied, places: placesLeft } as const);
  return { selected, tied, placesLeft, final: false, next };
}

function clearOutcome(input: OutcomeInput, { selected, tied, placesLeft }: Standing): RoundOutcome {
  const leftShort = input.rule.shortfall === 'leave-short' || input.ruling !== null;
  if (placesLeft === 0 || leftShort) return { selected, tied, placesLeft, final: true, next: { kind: 'none' } };
  const candidates = finalKeyWork(input.counts.map((row) => row.number), [selected]);
  return { selected, tied, placesLeft, final: false, next: { kind: 'second-round', candidates, places: placesLeft } };
}
