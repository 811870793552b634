import { describe, expect, it } from 'vitest';
import { RESERVED_ROUNDS, countTies, firstRound, nextRound, repeatRound } from '#shared/domain/next-round.ts';
import { aClearOutcome } from '#tests/builders/outcome-input.ts';

const tied = aClearOutcome({
  selected: [1, 2, 4, 5], tied: [3, 6, 8], placesLeft: 2, final: false,
  next: { kind: 'revote', candidates: [3, 6, 8], places: 2 },
});

it('the first round has all candidates in official order', () => {
  expect(firstRound([3, 1, 2], 2)).toEqual({ number: 1, kind: 'first', candidates: [1, 2, 3], places: 2 });
});

describe('the next round', () => {
  it('of a tie keeps the first-round numbers and has the places left', () => {
    expect(nextRound(tied, 1)).toEqual({ ok: true, round: { number: 2, kind: 'revote', candidates: [3, 6, 8], places: 2 } });
  });

  it('of a shortfall is a second round', () => {
    const short = aClearOutcome({ final: false, next: { kind: 'second-round', candidates: [3, 8], places: 1 } });
    expect(nextRound(short, 2)).toMatchObject({ round: { number: 3, kind: 'second-round', candidates: [3, 8], places: 1 } });
  });

  it.each([
    ['final', aClearOutcome(), 1, 'no-next-round'],
    ['waiting for a ruling', aClearOutcome({ final: false, next: { kind: 'ruling', because: 'tie' } }), 1, 'ruling-needed'],
    ['tied in the last reserved round', tied, RESERVED_ROUNDS, 'rounds-used-up'],
  ])('of an outcome that is %s is refused', (_, outcome, number, reason) => {
    expect(nextRound(outcome, number)).toMatchObject({ ok: false, reason });
  });
});

describe('the repeat of a void round', () => {
  const revote = { number: 2, kind: 'revote', candidates: [3, 6, 8], places: 2 } as const;

  it('has the same candidates and places under the next number', () => {
    expect(repeatRound(revote)).toEqual({ ok: true, round: { ...revote, number: 3, kind: 'repeat' } });
  });

  it('uses up a reserved round', () => {
    expect(repeatRound({ ...revote, number: 4 }).ok).toBe(true);
    expect(repeatRound({ ...revote, number: 5 })).toMatchObject({ reason: 'rounds-used-up', figures: { rounds: 5 } });
  });
});

it('ties of the chain are counted, clear rounds are not', () => {
  expect(countTies([])).toBe(0);
  expect(countTies([tied, aClearOutcome(), tied])).toBe(2);
});
