import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LATER_THRESHOLDS, PASS_THRESHOLDS, SHORTFALL_RULES, TIE_RULES } from '#shared/domain/method.ts';
import { countTies, firstRound, nextRound, type RoundDefinition } from '#shared/domain/next-round.ts';
import { type OutcomeInput, type RoundOutcome, decideOutcome, finalKeyWork } from '#shared/domain/outcome.ts';
import { passes, thresholdOfRound } from '#shared/domain/threshold.ts';
import { aRuling, countsOf } from '#tests/builders/outcome-input.ts';

const rules = fc.record({
  passThreshold: fc.constantFrom(...PASS_THRESHOLDS),
  laterThreshold: fc.constantFrom(...LATER_THRESHOLDS),
  tie: fc.constantFrom(...TIE_RULES),
  shortfall: fc.constantFrom(...SHORTFALL_RULES),
});

/** Few different votes, so that ties are as common as in a hall. */
const inputs: fc.Arbitrary<OutcomeInput> = fc
  .record({
    votes: fc.array(fc.nat(9), { minLength: 2, maxLength: 12 }),
    notValid: fc.nat(4),
    absent: fc.nat(6),
    later: fc.boolean(),
    earlierTies: fc.nat(2),
    rule: rules,
    share: fc.nat(1000),
  })
  .map(({ votes, notValid, absent, later, earlierTies, rule, share }) => ({
    counts: countsOf(...votes),
    places: 1 + (share % (votes.length - 1)),
    base: { valid: 9, present: 9 + notValid, roll: 9 + notValid + absent },
    rule,
    later,
    earlierTies,
    ruling: null,
  }));

function decided(input: OutcomeInput): RoundOutcome {
  const decision = decideOutcome(input);
  if (!decision.ok) throw new Error(decision.reason);
  return decision.outcome;
}

function votesOf(input: OutcomeInput, number: number): number {
  return input.counts.find((row) => row.number === number)?.votes ?? -1;
}

function passing(input: OutcomeInput): readonly number[] {
  const threshold = thresholdOfRound(input.rule, input.later, input.base);
  return input.counts.filter((row) => passes(row.votes, threshold)).map((row) => row.number);
}

it('by the definition: selected are those whom no choice among equals could displace', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const { selected, tied } = decided(input);
      const reached = passing(input);
      const atLeast = (number: number) => reached.filter((other) => votesOf(input, other) >= votesOf(input, number)).length;
      const above = (number: number) => reached.filter((other) => votesOf(input, other) > votesOf(input, number)).length;
      expect(selected).toEqual(reached.filter((number) => atLeast(number) <= input.places));
      expect(tied).toEqual(reached.filter((number) => above(number) < input.places && atLeast(number) > input.places));
    }),
    { numRuns: 1000 },
  );
});

it('never selects more than the places, and what is not selected is left', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const { selected, placesLeft } = decided(input);
      expect(new Set(selected).size).toBe(selected.length);
      expect(selected.length + placesLeft).toBe(input.places);
      expect(placesLeft).toBeGreaterThanOrEqual(0);
    }),
  );
});

it('never breaks a tie: equal votes, equal fate', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const { selected, tied } = decided(input);
      const fate = (number: number) => (selected.includes(number) ? 'selected' : tied.includes(number) ? 'tied' : 'rest');
      for (const one of input.counts) {
        for (const other of input.counts.filter((row) => row.votes === one.votes)) {
          expect(fate(other.number)).toBe(fate(one.number));
        }
      }
    }),
  );
});

it('the order of the rows does not matter', () => {
  const shuffled = inputs.chain((input) =>
    fc.tuple(fc.constant(input), fc.shuffledSubarray([...input.counts], { minLength: input.counts.length })),
  );
  fc.assert(
    fc.property(shuffled, ([input, counts]) => {
      expect(decideOutcome({ ...input, counts })).toEqual(decideOutcome(input));
    }),
  );
});

it('the numbers of the projects do not matter', () => {
  const renumbered = inputs.chain((input) => {
    const numbers = input.counts.map((row) => row.number);
    return fc.tuple(fc.constant(input), fc.shuffledSubarray(numbers, { minLength: numbers.length }));
  });
  fc.assert(
    fc.property(renumbered, ([input, numbers]) => {
      const rename = (number: number) => numbers[number - 1] ?? -1;
      const renamed = decided({ ...input, counts: input.counts.map((row) => ({ ...row, number: rename(row.number) })) });
      const original = decided(input);
      expect(new Set(renamed.selected)).toEqual(new Set(original.selected.map(rename)));
      expect(new Set(renamed.tied)).toEqual(new Set(original.tied.map(rename)));
    }),
  );
});

it('another approval never lowers a project', () => {
  fc.assert(
    fc.property(inputs, fc.nat(11), (input, pick) => {
      const row = input.counts[pick % input.counts.length];
      fc.pre(row !== undefined && row.votes < input.base.valid);
      const raised = input.counts.map((other) => (other === row ? { ...other, votes: other.votes + 1 } : other));
      const fate = ({ selected, tied }: RoundOutcome) =>
        selected.includes(row.number) ? 2 : tied.includes(row.number) ? 1 : 0;
      expect(fate(decided({ ...input, counts: raised }))).toBeGreaterThanOrEqual(fate(decided(input)));
    }),
  );
});

it('a further round always has more candidates than places, none of them selected', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const { next, selected, placesLeft, final } = decided(input);
      expect(final).toBe(next.kind === 'none');
      if (next.kind === 'none' || next.kind === 'ruling') return;
      expect(next.places).toBe(placesLeft);
      expect(next.candidates.length).toBeGreaterThan(next.places);
      expect(next.candidates.filter((number) => selected.includes(number))).toEqual([]);
    }),
  );
});

it('a ruling on a tie is accepted exactly when it fills the places left from among the tied', () => {
  const tiedInputs = inputs
    .map((input) => ({ ...input, rule: { ...input.rule, tie: 'ruling' as const } }))
    .filter((input) => decided(input).tied.length > 0);
  fc.assert(
    fc.property(tiedInputs, fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]), (input, choice) => {
      const { tied, placesLeft, selected } = decided(input);
      const mended = choice.length % 2 === 0 ? tied.slice(0, placesLeft) : choice;
      const fits = mended.length === placesLeft && mended.every((number) => tied.includes(number));
      const ruled = decideOutcome({ ...input, ruling: aRuling(...mended) });
      expect(ruled.ok).toBe(fits);
      if (!ruled.ok) return;
      expect(ruled.outcome.selected).toEqual([...selected, ...mended].toSorted((a, b) => a - b));
      expect(ruled.outcome).toMatchObject({ tied, placesLeft: 0, final: true });
    }),
  );
});

/** Enough for the reserved rounds of twelve projects. */
const manyVotes = fc.array(fc.nat(9), { minLength: 60, maxLength: 60 });

it('over all rounds of a congress, selected and key work part the candidates, and the places are never exceeded', () => {
  fc.assert(
    fc.property(inputs, manyVotes, (input, votes) => {
      const day = runDay({ ...input, later: false, earlierTies: 0 }, votes);
      const all = input.counts.map((row) => row.number);
      const selected = day.outcomes.flatMap((outcome) => outcome.selected);
      const keyWork = finalKeyWork(all, day.outcomes.map((outcome) => outcome.selected));
      expect([...selected, ...keyWork].toSorted((a, b) => a - b)).toEqual(all);
      expect(selected.length + day.placesLeft).toBe(input.places);
    }),
  );
});

/** The rounds of one day until an outcome is final, waits for a ruling, or the reserved rounds are used up. */
function runDay(input: OutcomeInput, votes: readonly number[]): { outcomes: readonly RoundOutcome[]; placesLeft: number } {
  const outcomes: RoundOutcome[] = [];
  let round: RoundDefinition | null = firstRound(input.counts.map((row) => row.number), input.places);
  let placesLeft = input.places;
  const left = [...votes];
  while (round !== null) {
    const counts = round.candidates.map((number) => ({ number, votes: left.pop() ?? 0 }));
    const { places, kind } = round;
    const outcome = decided({ ...input, counts, places, later: kind !== 'first', earlierTies: countTies(outcomes) });
    outcomes.push(outcome);
    placesLeft = outcome.placesLeft;
    const next = nextRound(outcome, round.number);
    round = next.ok ? next.round : null;
  }
  return { outcomes, placesLeft };
}
