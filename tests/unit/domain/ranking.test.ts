import { describe, expect, it } from 'vitest';
import { cutOff, rank } from '#shared/domain/ranking.ts';
import { turnout, voteRate } from '#shared/domain/rate.ts';
import { countsOf } from '#tests/builders/outcome-input.ts';

describe('ranks', () => {
  it('are shared by equals: 1, 2, 2, 4', () => {
    expect(rank(countsOf(20, 30, 10, 20).toReversed())).toEqual([
      { number: 2, votes: 30, rank: 1 },
      { number: 1, votes: 20, rank: 2 },
      { number: 4, votes: 20, rank: 2 },
      { number: 3, votes: 10, rank: 4 },
    ]);
  });
});

describe('the cut-off', () => {
  it.each([
    ['clear', countsOf(30, 20, 10), 2, { lastInside: 20, firstOutside: 10, tied: false }],
    ['tied across', countsOf(30, 20, 20), 2, { lastInside: 20, firstOutside: 20, tied: true }],
    ['tied wholly above', countsOf(20, 20, 10), 2, { lastInside: 20, firstOutside: 10, tied: false }],
    ['tied wholly below', countsOf(30, 10, 10), 1, { lastInside: 30, firstOutside: 10, tied: false }],
    ['not reached', countsOf(30, 20), 2, null],
  ])('%s', (_, counts, places, expected) => {
    expect(cutOff(counts, places)).toEqual(expected);
  });
});

describe('rates', () => {
  it('name their base', () => {
    const bases = { roll: 60, present: 55, valid: 53 };
    expect(voteRate(31, 'roll', bases)).toEqual({ part: 31, whole: 60, base: 'roll' });
    expect(voteRate(31, 'present', bases)).toEqual({ part: 31, whole: 55, base: 'present' });
    expect(voteRate(31, 'valid', bases)).toEqual({ part: 31, whole: 53, base: 'valid' });
  });

  it('turnout is received against present and against the roll', () => {
    expect(turnout({ received: 53, present: 55, summoned: 60 })).toEqual({
      ofPresent: { part: 53, whole: 55, base: 'present' },
      ofRoll: { part: 53, whole: 60, base: 'roll' },
    });
  });
});
