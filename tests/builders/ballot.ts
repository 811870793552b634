import type { OpenedBallot } from '#shared/domain/tally.ts';

/** An opened ballot from its marks as the board writes them: '11111100'. */
export function aBallot(marks: string): OpenedBallot {
  return { kind: 'marks', marks: Array.from(marks, Number) };
}
