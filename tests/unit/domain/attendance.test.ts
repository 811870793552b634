import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ATTENDANCES,
  type Stay,
  checkIn,
  checkOut,
  checkQuorumMet,
  countNotDrawn,
  inHallAt,
  isLate,
  presentDuring,
  quorumMet,
  quorumNeeded,
  undoCheckIn,
} from '#shared/domain/attendance.ts';

describe('the quorum in whole delegates', () => {
  it.each([
    [60, 2, 3, 'at-least', 40],
    [60, 2, 3, 'more-than', 41],
    [60, 1, 2, 'more-than', 31],
    [60, 1, 2, 'at-least', 30],
    [61, 1, 2, 'more-than', 31],
    [61, 2, 3, 'at-least', 41],
    [61, 2, 3, 'more-than', 41],
    [62, 2, 3, 'at-least', 42],
    [3000, 2, 3, 'at-least', 2000],
    [60, 1, 1, 'at-least', 60],
    [1, 2, 3, 'at-least', 1],
  ] as const)('of %d, %d/%d %s: %d', (roll, numerator, denominator, compare, needed) => {
    const quorum = { numerator, denominator, compare };
    expect(quorumNeeded(quorum, roll)).toBe(needed);
    expect(quorumMet(quorum, roll, needed)).toBe(true);
    expect(quorumMet(quorum, roll, needed - 1)).toBe(false);
  });

  it('the needed number and the comparison are the same rule', () => {
    const fraction = fc.integer({ min: 1, max: 100 }).chain((denominator) =>
      fc.record({
        denominator: fc.constant(denominator),
        numerator: fc.integer({ min: 1, max: denominator }),
        compare: fc.constantFrom('at-least' as const, 'more-than' as const),
      }),
    );
    fc.assert(
      fc.property(fraction, fc.nat(5000), fc.nat(5000), (quorum, roll, present) => {
        expect(quorumMet(quorum, roll, present)).toBe(present >= quorumNeeded(quorum, roll));
      }),
    );
  });

  it('a missing quorum is refused with the figures', () => {
    const quorum = { numerator: 2, denominator: 3, compare: 'at-least' } as const;
    expect(checkQuorumMet(quorum, 60, 39)).toMatchObject({ reason: 'quorum-missing', figures: { summoned: 60, present: 39, needed: 40 } });
    expect(checkQuorumMet(quorum, 60, 40)).toEqual({ ok: true });
  });
});

describe('who is present', () => {
  // Arming at 100, close at 200.
  const stays: readonly Stay[] = [
    { delegate: 'early and gone', since: 10, until: 90 },
    { delegate: 'gone as arming began', since: 10, until: 100 },
    { delegate: 'drew and left', since: 10, until: 150 },
    { delegate: 'all along', since: 10, until: null },
    { delegate: 'late', since: 200, until: null },
    { delegate: 'too late', since: 201, until: null },
    { delegate: 'twice', since: 10, until: 120 },
    { delegate: 'twice', since: 140, until: null },
  ];

  it('at the opening: only those in the hall then', () => {
    expect([...inHallAt(stays, 130)]).toEqual(['drew and left', 'all along']);
    expect([...inHallAt(stays, 200)]).toEqual(['all along', 'late', 'twice']);
  });

  it('at gate 1: whoever was there between arming and close, once', () => {
    expect([...presentDuring(stays, 100, 200)]).toEqual(['drew and left', 'all along', 'late', 'twice']);
  });

  it('those without a paper are counted among those in the hall, not by subtracting the issued', () => {
    const inHall = new Set(['all along', 'late', 'twice']);
    expect(countNotDrawn(inHall, new Set(['drew and left', 'all along']))).toBe(2);
  });
});

it('late is who first came after the hall began to vote', () => {
  const table = [[99, 100, false], [100, 100, false], [101, 100, true], [101, null, false], [null, 100, false]] as const;
  expect(table.map(([came, began]) => isLate(came, began))).toEqual(table.map(([, , late]) => late));
});

describe('marks of the desk', () => {
  const table = [
    // from, check-in, check-out, undo, undo once a paper was drawn
    ['absent', 'present', 'not-checked-in', 'not-checked-in', 'not-checked-in'],
    ['leave', 'present', 'not-checked-in', 'not-checked-in', 'not-checked-in'],
    ['present', 'already-checked-in', 'left', 'absent', 'check-in-used'],
    ['left', 'present', 'not-checked-in', 'not-checked-in', 'not-checked-in'],
  ] as const;

  it('the table covers every attendance', () => expect(table.map(([from]) => from)).toEqual(ATTENDANCES));

  it.each(table)('%s: %s, %s, %s, %s', (from, ...expected) => {
    const moves = [checkIn(from), checkOut(from), undoCheckIn(from, false), undoCheckIn(from, true)];
    expect(moves.map((move) => (move.ok ? move.attendance : move.reason))).toEqual(expected);
  });
});
