import type { BallotRule } from './method.ts';
import type { ProjectCount } from './outcome.ts';
import { followsRule } from './selection.ts';
import { type Verdict, demand, firstRefusal } from './verdict.ts';

/**
 * Why a ballot is invalid (无效票): it breaks the method's rule, has no readable form, cannot be opened, or was
 * a printed one that the chief scrutineer ruled invalid.
 */
export const INVALID_REASONS = ['rule', 'malformed', 'unopenable', 'paper-invalid'] as const;
export type InvalidReason = (typeof INVALID_REASONS)[number];

/** A ballot as it came out of the box: one mark (0 or 1) per project of the round in official order, or no marks. */
export type OpenedBallot =
  | { readonly kind: 'marks'; readonly marks: readonly number[] }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'unopenable' }
  | { readonly kind: 'paper-invalid' };

export type BallotVerdict = 'valid' | 'abstention' | InvalidReason;

export type Tally = {
  /** One row for every project of the round in the given order, zeros included. */
  readonly counts: readonly ProjectCount[];
  /** valid + invalid. */
  readonly received: number;
  /** Abstentions included. */
  readonly valid: number;
  readonly abstained: number;
  readonly invalid: number;
  readonly invalidReasons: Readonly<Record<InvalidReason, number>>;
};

/** Judges one opened ballot of a round with `projects` projects. */
export function judgeBallot(ballot: OpenedBallot, projects: number, rule: BallotRule): BallotVerdict {
  if (ballot.kind !== 'marks') return ballot.kind;
  const readable = ballot.marks.length === projects && ballot.marks.every((mark) => mark === 0 || mark === 1);
  if (!readable) return 'malformed';
  const ticks = ballot.marks.filter((mark) => mark === 1).length;
  if (!followsRule(ticks, rule)) return 'rule';
  return ticks === 0 ? 'abstention' : 'valid';
}

/**
 * Counts the opened ballots. An invalid ballot is counted with its reason and never dropped; it gives no votes.
 * Source: 票选办法 selection size, abstention.
 */
export function tabulate(
  projectNumbers: readonly number[],
  ballots: readonly OpenedBallot[],
  rule: BallotRule,
): Tally {
  const verdicts = { valid: 0, abstention: 0, rule: 0, malformed: 0, unopenable: 0, 'paper-invalid': 0 };
  const votes = projectNumbers.map(() => 0);
  for (const ballot of ballots) {
    const verdict = judgeBallot(ballot, projectNumbers.length, rule);
    verdicts[verdict] += 1;
    if (verdict === 'valid' && ballot.kind === 'marks') addMarks(votes, ballot.marks);
  }
  const { valid, abstention, ...invalidReasons } = verdicts;
  return {
    counts: projectNumbers.map((number, index) => ({ number, votes: votes[index] ?? 0 })),
    received: ballots.length,
    valid: valid + abstention,
    abstained: abstention,
    invalid: ballots.length - valid - abstention,
    invalidReasons,
  };
}

function addMarks(votes: number[], marks: readonly number[]): void {
  marks.forEach((mark, index) => {
    votes[index] = (votes[index] ?? 0) + mark;
  });
}

/**
 * The sums of a result sheet against the confirmed count report. Refuses bad-board where the box held another
 * number of ballots than were received, or more ticks than the valid ballots can carry.
 */
export function checkSums(tally: Tally, received: number, rule: BallotRule): Verdict {
  const ticks = tally.counts.reduce((sum, row) => sum + row.votes, 0);
  const figures = { received, counted: tally.received, ticks };
  return firstRefusal(
    demand(tally.received === received, 'bad-board', { field: 'size', figures }),
    demand(tally.valid + tally.invalid === tally.received, 'bad-board', { field: 'invalid', figures }),
    demand(ticks <= rule.max * (tally.valid - tally.abstained), 'bad-board', { field: 'counts', figures }),
  );
}
