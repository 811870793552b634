import { type Refusal, refuse } from '../error-code.ts';
import type { Method } from './method.ts';
import { type Verdict, demand } from './verdict.ts';

export type Quorum = Method['quorum'];

/** 需要人数: the fewest delegates that make the quorum of a roll. Source: 票选办法 quorum; 以上 includes the figure. */
export function quorumNeeded(quorum: Quorum, roll: number): number {
  const share = quorum.numerator * roll;
  if (quorum.compare === 'more-than') return Math.floor(share / quorum.denominator) + 1;
  return Math.ceil(share / quorum.denominator);
}

/** Whether the hall has a quorum; cross-multiplied, so that no division rounds. */
export function quorumMet(quorum: Quorum, roll: number, present: number): boolean {
  const [have, needed] = [present * quorum.denominator, quorum.numerator * roll];
  return quorum.compare === 'more-than' ? have > needed : have >= needed;
}

/** Refuses quorum-missing with the figures of the hall. */
export function checkQuorumMet(quorum: Quorum, summoned: number, present: number): Verdict {
  const needed = quorumNeeded(quorum, summoned);
  return demand(quorumMet(quorum, summoned, present), 'quorum-missing', { figures: { summoned, present, needed } });
}

/** One stay of a delegate in the hall; instants in milliseconds, `until` null while it lasts. Undone marks are no stays. */
export type Stay = { readonly delegate: string; readonly since: number; readonly until: number | null };

/** The delegates in the hall at this instant: the present of a quorum. */
export function inHallAt(stays: readonly Stay[], instant: number): ReadonlySet<string> {
  return presentDuring(stays, instant, instant);
}

/**
 * The delegates in the hall at any instant from arming to close: the present of gate 1.
 * One who left after drawing has not made the paper one too many.
 */
export function presentDuring(stays: readonly Stay[], armedAt: number, closedAt: number): ReadonlySet<string> {
  const overlapping = stays.filter((stay) => stay.since <= closedAt && (stay.until === null || stay.until > armedAt));
  return new Set(overlapping.map((stay) => stay.delegate));
}

/**
 * 迟到: whether a delegate first came after the hall began to vote: after the first opening of a round, or the first
 * count by hand. Both in milliseconds; null where they never came, or nothing began. No hour of the meeting is kept
 * anywhere else, and the shows of hands may belong to an earlier day.
 */
export function isLate(firstCheckIn: number | null, votingBegan: number | null): boolean {
  return firstCheckIn !== null && votingBegan !== null && firstCheckIn > votingBegan;
}

/** How many of those in the hall have not drawn a paper. */
export function countNotDrawn(inHall: ReadonlySet<string>, drawn: ReadonlySet<string>): number {
  return [...inHall].filter((delegate) => !drawn.has(delegate)).length;
}

export const ATTENDANCES = ['absent', 'leave', 'present', 'left'] as const;
export type Attendance = (typeof ATTENDANCES)[number];
type AttendanceMove = { readonly ok: true; readonly attendance: Attendance } | Refusal;

/** Check-in; one who took leave or left may come. Refuses already-checked-in. */
export function checkIn(attendance: Attendance): AttendanceMove {
  return attendance === 'present' ? refuse('already-checked-in') : { ok: true, attendance: 'present' };
}

/** Check-out stops drawing, never casting a drawn paper. Refuses not-checked-in. */
export function checkOut(attendance: Attendance): AttendanceMove {
  return attendance === 'present' ? { ok: true, attendance: 'left' } : refuse('not-checked-in');
}

/** Takes a mistaken mark back. Refuses not-checked-in, and check-in-used once a paper was drawn: then it was the wrong person, a case for the chief. */
export function undoCheckIn(attendance: Attendance, paperDrawn: boolean): AttendanceMove {
  if (attendance !== 'present') return refuse('not-checked-in');
  return paperDrawn ? refuse('check-in-used') : { ok: true, attendance: 'absent' };
}
