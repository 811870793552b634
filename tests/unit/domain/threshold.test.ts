import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMoreThanHalf, passes, thresholdOfRound, votesForMajority } from '#shared/domain/threshold.ts';

const bases = { roll: 60, present: 55, valid: 53 };

describe('more than half', () => {
  it.each([[60, 31], [61, 31], [59, 30], [1, 1], [2, 2], [0, 1]])('of %d is %d', (base, votes) => {
    expect(votesForMajority(base)).toBe(votes);
    expect(isMoreThanHalf(votes, base)).toBe(true);
    expect(isMoreThanHalf(votes - 1, base)).toBe(false);
  });

  it('never includes the exact half', () => {
    fc.assert(fc.property(fc.nat(3000), (half) => !isMoreThanHalf(half, 2 * half) && isMoreThanHalf(half + 1, 2 * half)));
  });
});

describe('the threshold of a round', () => {
  it.each([
    ['half-of-roll', 'roll', 60],
    ['half-of-present', 'present', 55],
    ['half-of-valid', 'valid', 53],
  ] as const)('%s is of the %s, %d', (passThreshold, name, base) => {
    expect(thresholdOfRound({ passThreshold, laterThreshold: 'same' }, false, bases)).toEqual({ name, base });
    expect(thresholdOfRound({ passThreshold, laterThreshold: 'same' }, true, bases)).toEqual({ name, base });
    expect(thresholdOfRound({ passThreshold, laterThreshold: 'none' }, false, bases)).toEqual({ name, base });
    expect(thresholdOfRound({ passThreshold, laterThreshold: 'none' }, true, bases)).toBeNull();
  });

  it('without one, every project passes', () => {
    const none = thresholdOfRound({ passThreshold: 'none', laterThreshold: 'same' }, false, bases);
    expect(passes(0, none)).toBe(true);
    expect(passes(30, { name: 'roll', base: 60 })).toBe(false);
    expect(passes(31, { name: 'roll', base: 60 })).toBe(true);
  });
});
