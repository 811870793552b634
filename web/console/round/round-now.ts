import type { RoundDetail } from '#shared/contract/round.ts';
import type { Day } from '../day-query.ts';

/** Tells of a later day whether this round has come to satisfy `reached`: for an act whose answer was lost. */
export function roundCameTo(roundId: string, reached: (round: RoundDetail) => boolean): (day: Day) => boolean {
  return ({ rounds }) => rounds.some((round) => round.id === roundId && reached(round));
}
