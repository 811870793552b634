import { checkCountReport } from './count-report.ts';
import type { CountReport } from './count-report.ts';
import type { BallotRule, Method } from './method.ts';
import type { ProjectCount } from './outcome.ts';
import { type Verdict, demand, firstRefusal } from './verdict.ts';

/** Ballots as a hall counted them by hand when everything failed (手工计票). */
export type HandBallots = {
  readonly issued: number;
  readonly received: number;
  /** Wholly blank; part of the valid ones. */
  readonly abstained: number;
  readonly invalid: number;
};

export type HandCount = HandBallots & {
  /** One row for every candidate of the round in official order, zeros included. */
  readonly counts: readonly ProjectCount[];
};

/** Abstentions included. */
export function validByHand({ received, invalid }: Pick<HandBallots, 'received' | 'invalid'>): number {
  return received - invalid;
}

/**
 * Whether a count by hand adds up: every candidate once, no more abstentions and invalid ballots than were
 * received, and as many ticks as the marked valid ballots can carry. Refuses bad-hand-count with the field.
 * Source: 票选办法 selection size, abstention; the sums of the count report are `checkHandNumbers`.
 */
export function checkHandCount(count: HandCount, candidates: readonly number[], rule: BallotRule): Verdict {
  const { received, abstained, invalid, counts } = count;
  const marked = validByHand(count) - abstained;
  const ticks = counts.reduce((sum, row) => sum + row.votes, 0);
  const figures = { received, abstained, invalid, ticks, least: rule.min * marked, most: rule.max * marked };
  const whole = [received, abstained, invalid, ...counts.map((row) => row.votes)].every((n) => Number.isSafeInteger(n) && n >= 0);
  const named = counts.map((row) => row.number).join() === candidates.join();
  return firstRefusal(
    demand(whole && named, 'bad-hand-count', { field: 'counts' }),
    demand(marked >= 0, 'bad-hand-count', { field: 'received', figures }),
    demand(abstained === 0 || rule.abstain, 'bad-hand-count', { field: 'abstained', figures }),
    demand(counts.every((row) => row.votes <= marked), 'bad-hand-count', { field: 'counts', figures }),
    demand(ticks >= rule.min * marked && ticks <= rule.max * marked, 'bad-hand-count', { field: 'counts', figures }),
  );
}

/** Issued against received against present, by the rule of the method. Refuses numbers-contradict. */
export function checkHandNumbers(
  { issued, received }: HandBallots,
  hall: Pick<CountReport, 'present' | 'summoned'>,
  roundValid: Method['roundValid'],
): Verdict {
  return checkCountReport(roundValid, { issued, received, ...hall, reopened: 0, headCount: null });
}
