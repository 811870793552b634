import { expect, test } from 'vitest';
import { comingRound } from '#web/console/round/coming-round.ts';

const congress = { projects: [1, 2, 3, 4, 5, 6, 7, 8].map((number) => ({ number })), method: { places: 6 } };
const round = { number: 1, state: 'certified' as const, candidates: [1, 2, 3, 4, 5, 6, 7, 8], places: 6 };
const outcome = { next: 'none' as const, tied: [], selected: [1, 2, 3, 4, 5], placesLeft: 1 };

test('first all candidates, for the places of the method', () => {
  expect(comingRound({ congress, rounds: [] })).toEqual({ number: 1, kind: 'first', candidates: [1, 2, 3, 4, 5, 6, 7, 8], places: 6 });
});

test('after a tie the tied, for the places left', () => {
  const tie = { ...outcome, next: 'revote' as const, tied: [6, 7] };
  expect(comingRound({ congress, rounds: [{ ...round, outcome: tie }] })).toEqual({ number: 2, kind: 'revote', candidates: [6, 7], places: 1 });
});

test('after a shortfall the rest, for the places left', () => {
  const short = { ...outcome, next: 'second-round' as const };
  expect(comingRound({ congress, rounds: [{ ...round, outcome: short }] })).toEqual({ number: 2, kind: 'second-round', candidates: [6, 7, 8], places: 1 });
});

test('after a void round the same again, also in the middle of a chain', () => {
  const voided = { number: 2, state: 'void' as const, candidates: [6, 7], places: 1, outcome: null };
  const rounds = [{ ...round, outcome: { ...outcome, next: 'revote' as const, tied: [6, 7] } }, voided];
  expect(comingRound({ congress, rounds })).toEqual({ number: 3, kind: 'repeat', candidates: [6, 7], places: 1 });
});

test('none while a round is in hand, when everything is decided, or when the chair must rule', () => {
  expect(comingRound({ congress, rounds: [{ ...round, state: 'open', outcome: null }] })).toBeNull();
  expect(comingRound({ congress, rounds: [{ ...round, outcome }] })).toBeNull();
  expect(comingRound({ congress, rounds: [{ ...round, outcome: { ...outcome, next: 'ruling-tie' } }] })).toBeNull();
});
