import type { Method } from '#shared/domain/method.ts';
import { quorumMet, quorumNeeded } from '#shared/domain/attendance.ts';
import type { Delegate } from '#shared/contract/roll.ts';

/** 应到, 实到 and the quorum, all from the one list the desk works on, so that they never contradict each other. */
export type Hall = {
  readonly summoned: number;
  readonly present: number;
  readonly quorum: { readonly needed: number; readonly met: boolean };
};

export function hallOf(delegates: readonly Delegate[], { quorum }: Method): Hall {
  const summoned = delegates.length;
  const present = delegates.filter((delegate) => delegate.attendance === 'present').length;
  const met = summoned > 0 && quorumMet(quorum, summoned, present);
  return { summoned, present, quorum: { needed: quorumNeeded(quorum, summoned), met } };
}
