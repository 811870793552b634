import { type Quorum, checkQuorumMet } from './attendance.ts';
import { type CongressState, checkVoting } from './congress.ts';
import { type HandCount, checkHandCount, checkHandNumbers } from './hand-count.ts';
import type { BallotRule, Method } from './method.ts';
import { type HeadCount, checkHeadCount } from './round-open.ts';
import { type RoundMove, type RoundState, moveRound } from './round.ts';
import { demand, provided } from './verdict.ts';

export type HandCountFacts = {
  readonly congress: CongressState;
  readonly quorum: Quorum;
  /** Delegates on the roll, and in the hall now. */
  readonly summoned: number;
  readonly present: number;
  readonly headCount: HeadCount | null;
  /** Papers drawn or handed out in this round. */
  readonly drawn: number;
  readonly roundValid: Method['roundValid'];
  readonly rule: BallotRule;
  /** Project numbers in official order. */
  readonly candidates: readonly number[];
  readonly count: HandCount;
};

/**
 * The hall voted on printed sheets and counted them: the round goes to gate 1 without ever being open. Refuses
 * not-adopted, wrong-congress-state, paper-drawn (then the round is voided and its repeat counted by hand),
 * quorum-missing, head-count-missing, head-count-differs, bad-hand-count, numbers-contradict.
 */
export function countByHand(state: RoundState, facts: HandCountFacts): RoundMove {
  const { summoned, present } = facts;
  return provided(
    moveRound(state, 'countByHand'),
    checkVoting(facts.congress),
    demand(facts.drawn === 0, 'paper-drawn', { figures: { drawn: facts.drawn } }),
    checkQuorumMet(facts.quorum, summoned, present),
    checkHeadCount(facts.headCount, present),
    checkHandCount(facts.count, facts.candidates, facts.rule),
    checkHandNumbers(facts.count, { present, summoned }, facts.roundValid),
  );
}

/** Behind gate 1 there is no box to freeze and to open: the counts are the tally. */
export function tallyByHand(state: RoundState): RoundMove {
  return moveRound(state, 'tallyByHand');
}
