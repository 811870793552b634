import type { Method } from './method.ts';
import { type Verdict, demand, firstRefusal } from './verdict.ts';

/** The numbers of the count report (清点报告): papers, ballots and delegates of one round. */
export type CountReport = {
  readonly issued: number;
  readonly received: number;
  /** Checked in at any moment between arming and close. */
  readonly present: number;
  /** On the roll of the manifest. */
  readonly summoned: number;
  /** Drawn papers that were taken up on another device. */
  readonly reopened: number;
  /** As the chief counted them; null where the round was never opened with one. */
  readonly headCount: number | null;
};

/** Papers that were drawn and not cast (未收回); never abstentions, never listed by name. */
export function notReturned(report: Pick<CountReport, 'issued' | 'received'>): number {
  return report.issued - report.received;
}

/**
 * Whether the numbers confirm a round: received <= issued always, issued <= present unless the method relaxes it,
 * present <= summoned always. Refuses numbers-contradict with the field that is too large.
 * Source: 票选办法 round valid when.
 */
export function checkCountReport(roundValid: Method['roundValid'], report: CountReport): Verdict {
  const { issued, received, present, summoned } = report;
  const figures = { issued, received, present, summoned };
  const whole = [issued, received, present, summoned, report.reopened].every((n) => Number.isSafeInteger(n) && n >= 0);
  const issuedFits = roundValid === 'received-within-issued' || issued <= present;
  return firstRefusal(
    demand(whole, 'numbers-contradict', { figures }),
    demand(received <= issued, 'numbers-contradict', { field: 'received', figures }),
    demand(issuedFits, 'numbers-contradict', { field: 'issued', figures }),
    demand(present <= summoned, 'numbers-contradict', { field: 'present', figures }),
  );
}
