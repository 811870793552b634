import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OpenedBallot, checkSums, judgeBallot, tabulate } from '#shared/domain/tally.ts';
import { aBallot } from '#tests/builders/ballot.ts';

const EIGHT = [1, 2, 3, 4, 5, 6, 7, 8];
const exactlySix = { min: 6, max: 6, abstain: true };
const atMostSix = { min: 1, max: 6, abstain: false };

describe('a ballot out of the box is', () => {
  it.each([
    ['valid with exactly six', aBallot('11111100'), exactlySix, 'valid'],
    ['invalid with seven (多选)', aBallot('11111110'), exactlySix, 'rule'],
    ['invalid with five (少选)', aBallot('11111000'), exactlySix, 'rule'],
    ['valid with one of at most six', aBallot('10000000'), atMostSix, 'valid'],
    ['invalid with all eight of at most six', aBallot('11111111'), atMostSix, 'rule'],
    ['an abstention when blank', aBallot('00000000'), exactlySix, 'abstention'],
    ['invalid when blank and no abstention is offered', aBallot('00000000'), atMostSix, 'rule'],
    ['malformed with a mark of two', aBallot('21111000'), exactlySix, 'malformed'],
    ['malformed with seven marks', aBallot('1111110'), exactlySix, 'malformed'],
    ['malformed with nine marks', aBallot('111111000'), exactlySix, 'malformed'],
    ['malformed', { kind: 'malformed' }, exactlySix, 'malformed'],
    ['unopenable', { kind: 'unopenable' }, exactlySix, 'unopenable'],
  ] as const)('%s', (_, ballot, rule, verdict) => {
    expect(judgeBallot(ballot, 8, rule)).toBe(verdict);
  });
});

describe('the tally', () => {
  it('has every candidate, also with zero, abstentions in valid, and each invalid with its reason', () => {
    const ballots: readonly OpenedBallot[] = [
      aBallot('11111100'),
      aBallot('01111110'),
      aBallot('00000000'),
      aBallot('11111110'),
      { kind: 'malformed' },
      { kind: 'unopenable' },
      { kind: 'unopenable' },
    ];
    expect(tabulate(EIGHT, ballots, exactlySix)).toEqual({
      counts: [1, 2, 2, 2, 2, 2, 1, 0].map((votes, index) => ({ number: index + 1, votes })),
      received: 7,
      valid: 3,
      abstained: 1,
      invalid: 4,
      invalidReasons: { rule: 1, malformed: 1, unopenable: 2, 'paper-invalid': 0 },
    });
  });

  it('of a re-vote keeps the first-round numbers', () => {
    const tally = tabulate([3, 5, 8], [aBallot('101'), aBallot('011')], { min: 2, max: 2, abstain: true });
    expect(tally.counts).toEqual([{ number: 3, votes: 1 }, { number: 5, votes: 1 }, { number: 8, votes: 2 }]);
  });

  it('of an empty box is all zeros', () => {
    expect(tabulate([1, 2], [], exactlySix)).toMatchObject({
      counts: [{ number: 1, votes: 0 }, { number: 2, votes: 0 }], received: 0, valid: 0, invalid: 0,
    });
  });
});

describe('for every box', () => {
  const marks = fc.array(fc.constantFrom(0, 0, 1, 1, 1, 2), { minLength: 7, maxLength: 9 });
  const ballot: fc.Arbitrary<OpenedBallot> = fc.oneof(
    { weight: 8, arbitrary: fc.array(fc.constantFrom(0, 1), { minLength: 8, maxLength: 8 }).map((m): OpenedBallot => ({ kind: 'marks', marks: m })) },
    { weight: 1, arbitrary: marks.map((m): OpenedBallot => ({ kind: 'marks', marks: m })) },
    fc.constantFrom<OpenedBallot>({ kind: 'malformed' }, { kind: 'unopenable' }, aBallot('00000000')),
  );
  const rule = fc.integer({ min: 1, max: 8 }).chain((max) =>
    fc.record({ max: fc.constant(max), min: fc.constantFrom(1, max), abstain: fc.boolean() }),
  );
  const box = fc.array(ballot, { maxLength: 60 });

  it('the order of the ballots does not matter', () => {
    const shuffled = box.chain((ballots) =>
      fc.tuple(fc.constant(ballots), fc.shuffledSubarray(ballots, { minLength: ballots.length })),
    );
    fc.assert(
      fc.property(shuffled, rule, ([ballots, others], ballotRule) => {
        expect(tabulate(EIGHT, others, ballotRule)).toEqual(tabulate(EIGHT, ballots, ballotRule));
      }),
    );
  });

  it('the sums hold', () => {
    fc.assert(
      fc.property(box, rule, (ballots, ballotRule) => {
        const tally = tabulate(EIGHT, ballots, ballotRule);
        const { rule: broken, malformed, unopenable } = tally.invalidReasons;
        expect(tally.valid + tally.invalid).toBe(ballots.length);
        expect(broken + malformed + unopenable).toBe(tally.invalid);
        expect(tally.abstained).toBeLessThanOrEqual(tally.valid);
        const ticks = tally.counts.reduce((sum, row) => sum + row.votes, 0);
        expect(ticks).toBeLessThanOrEqual(ballotRule.max * (tally.valid - tally.abstained));
        expect(ticks).toBeGreaterThanOrEqual(ballotRule.min * (tally.valid - tally.abstained));
        expect(checkSums(tally, ballots.length, ballotRule)).toEqual({ ok: true });
      }),
    );
  });

  it('another approval raises its project by one and lowers none', () => {
    const room = fc.record({ ballots: box, chosen: fc.subarray(EIGHT, { minLength: 1, maxLength: 5 }), more: fc.constantFrom(...EIGHT) });
    fc.assert(
      fc.property(room.filter(({ chosen, more }) => !chosen.includes(more)), ({ ballots, chosen, more }) => {
        const cast = (numbers: readonly number[]): OpenedBallot =>
          ({ kind: 'marks', marks: EIGHT.map((number) => (numbers.includes(number) ? 1 : 0)) });
        const before = tabulate(EIGHT, [...ballots, cast(chosen)], atMostSix);
        const after = tabulate(EIGHT, [...ballots, cast([...chosen, more])], atMostSix);
        const raised = before.counts.map((row) => (row.number === more ? { ...row, votes: row.votes + 1 } : row));
        expect(after).toEqual({ ...before, counts: raised });
      }),
    );
  });

  it('an invalid ballot changes no count and is never dropped', () => {
    fc.assert(
      fc.property(box, (ballots) => {
        const before = tabulate(EIGHT, ballots, exactlySix);
        const after = tabulate(EIGHT, [...ballots, aBallot('11111111')], exactlySix);
        expect(after.counts).toEqual(before.counts);
        expect([after.received, after.valid, after.invalid]).toEqual([before.received + 1, before.valid, before.invalid + 1]);
      }),
    );
  });
});

describe('the sums of a board are refused', () => {
  const tally = tabulate(EIGHT, [aBallot('11111100'), aBallot('00000000')], exactlySix);

  it.each([
    ['with another size than was received', tally, 3, 'size'],
    ['with ballots that are neither valid nor invalid', { ...tally, invalid: 1 }, 2, 'invalid'],
    ['with more ticks than the valid ballots carry', { ...tally, counts: [{ number: 1, votes: 7 }] }, 2, 'counts'],
  ])('%s', (_, wrong, received, field) => {
    expect(checkSums(wrong, received, exactlySix)).toMatchObject({ ok: false, reason: 'bad-board', field });
  });
});
