import type { OutcomeInput, OutcomeRule, OutcomeRuling, ProjectCount, RoundOutcome } from '#shared/domain/outcome.ts';

/** Votes of projects 1, 2, 3... in official order. */
export function countsOf(...votes: readonly number[]): readonly ProjectCount[] {
  return votes.map((votesOfOne, index) => ({ number: index + 1, votes: votesOfOne }));
}

export function anOutcomeRule(changes: Partial<OutcomeRule> = {}): OutcomeRule {
  return { passThreshold: 'none', laterThreshold: 'same', tie: 'revote', shortfall: 'second-round', ...changes };
}

export function aRuling(...selected: readonly number[]): OutcomeRuling {
  return { text: '按裁定入选', by: '会议主持人', reason: '再次得票相等', selected };
}

/** A first round of 60 on the roll, 55 present, 53 valid ballots: six clear winners of eight. */
export function anOutcomeInput(changes: Partial<OutcomeInput> = {}): OutcomeInput {
  return {
    counts: countsOf(48, 45, 20, 44, 43, 42, 41, 19),
    places: 6,
    base: { roll: 60, present: 55, valid: 53 },
    rule: anOutcomeRule(),
    later: false,
    earlierTies: 0,
    ruling: null,
    ...changes,
  };
}

/** A final outcome with nothing left open. */
export function aClearOutcome(changes: Partial<RoundOutcome> = {}): RoundOutcome {
  return { selected: [1, 2, 4, 5, 6, 7], tied: [], placesLeft: 0, final: true, next: { kind: 'none' }, ...changes };
}
