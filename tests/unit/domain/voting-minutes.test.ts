import fc from 'fast-check';
import { expect, test } from 'vitest';
import { USUAL_PLAN, hallMinutes } from '#shared/domain/voting-minutes.ts';
import type { HallPlan } from '#shared/domain/voting-minutes.ts';

const plan = (part: Partial<HallPlan>): HallPlan => ({ ...USUAL_PLAN, delegates: 60, phones: 60, tablets: 0, ...part });

test('phones vote side by side: sixty take as long as one, and a little of the machine', () => {
  expect(hallMinutes(plan({ minutesOnPhone: 5 }))).toEqual({ checkIn: 8, vote: 6, close: 1, gates: 12, all: 27, slowest: 'phones' });
});

test('tablets serve a queue: fifty at four are thirteen turns', () => {
  const { vote, slowest } = hallMinutes(plan({ phones: 10, tablets: 4, minutesOnTablet: 4 }));
  expect(slowest).toBe('tablets');
  expect(vote).toBe(13 * 4 + 1);
});

test('delegates without a phone and without a tablet cannot vote: no figure instead of a wrong one', () => {
  expect(hallMinutes(plan({ phones: 59, tablets: 0 }))).toMatchObject({ vote: null, all: null });
});

test('an empty hall needs no time to vote', () => {
  expect(hallMinutes(plan({ delegates: 0, phones: 0 }))).toMatchObject({ checkIn: 0, vote: 0, slowest: 'nothing' });
});

test('two desks halve the check-in; more phones than delegates change nothing', () => {
  expect(hallMinutes(plan({ delegates: 400, phones: 400, desks: 2, secondsAtDesk: 6 })).checkIn).toBe(20);
  expect(hallMinutes(plan({ phones: 900 }))).toEqual(hallMinutes(plan({ phones: 60 })));
});

test('one more tablet never makes it longer, one more delegate never shorter', () => {
  const count = fc.integer({ min: 0, max: 3000 });
  fc.assert(
    fc.property(count, count, fc.integer({ min: 1, max: 60 }), (delegates, phones, tablets) => {
      const now = hallMinutes(plan({ delegates, phones, tablets })).all ?? 0;
      expect(hallMinutes(plan({ delegates, phones, tablets: tablets + 1 })).all).toBeLessThanOrEqual(now);
      expect(hallMinutes(plan({ delegates: delegates + 1, phones, tablets })).all).toBeGreaterThanOrEqual(now);
    }),
  );
});
