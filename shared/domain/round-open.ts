import { refuse } from '../error-code.ts';
import { type Quorum, checkQuorumMet } from './attendance.ts';
import { type CongressState, checkVoting } from './congress.ts';
import { type RoundMove, type RoundState, moveRound } from './round.ts';
import { type Verdict, ALLOWED, demand, firstRefusal, provided } from './verdict.ts';

/** Time for papers to be drawn before a round may open without some of them: no moment then links issue and cast. */
export const DRAWING_SECONDS = 120;

/** The heads that the chief counted in the hall, without seeing the system's number. */
export type HeadCount = { readonly counted: number; readonly reason: string | null };

export type OpenFacts = {
  /** Instants in milliseconds. */
  readonly now: number;
  readonly armedAt: number;
  readonly congress: CongressState;
  readonly otherRoundOpen: boolean;
  readonly quorum: Quorum;
  /** Delegates on the roll, and in the hall now. */
  readonly summoned: number;
  readonly present: number;
  readonly headCount: HeadCount | null;
  /** Delegates in the hall now who have not drawn a paper, and the number that the clerk confirmed. */
  readonly notDrawn: number;
  readonly confirmedNotDrawn: number | null;
};

/**
 * Opens voting. Refuses not-adopted, wrong-congress-state, another-round-open, quorum-missing,
 * head-count-missing, head-count-differs, papers-not-drawn. Source: 票选办法 quorum.
 */
export function open(state: RoundState, facts: OpenFacts): RoundMove {
  return provided(
    moveRound(state, 'open'),
    checkVoting(facts.congress),
    demand(!facts.otherRoundOpen, 'another-round-open'),
    checkQuorumMet(facts.quorum, facts.summoned, facts.present),
    checkHeadCount(facts.headCount, facts.present),
    checkPapersDrawn(facts),
  );
}

/** Takes an opening back; a countdown falls with it. Refuses already-received. */
export function takeOpeningBack(state: RoundState, received: number): RoundMove {
  return provided(moveRound(state, 'takeOpeningBack'), demand(received === 0, 'already-received', { figures: { received } }));
}

/** Refuses head-count-missing; head-count-differs from those checked in, without figures, until a reason is given. */
export function checkHeadCount(headCount: HeadCount | null, present: number): Verdict {
  if (headCount === null) return refuse('head-count-missing');
  const { counted, reason } = headCount;
  return firstRefusal(
    demand(Number.isSafeInteger(counted) && counted >= 0, 'bad-request', { field: 'headCount' }),
    // The refusal names no number: the chief counts again, and does not copy the system's.
    demand(counted === present || (reason !== null && reason.trim() !== ''), 'head-count-differs', { field: 'reason' }),
  );
}

function checkPapersDrawn({ now, armedAt, notDrawn, confirmedNotDrawn }: OpenFacts): Verdict {
  if (notDrawn === 0) return ALLOWED;
  const waitSeconds = Math.max(0, Math.ceil(DRAWING_SECONDS - (now - armedAt) / 1000));
  const confirmed = waitSeconds === 0 && confirmedNotDrawn === notDrawn;
  return demand(confirmed, 'papers-not-drawn', { figures: { notDrawn, waitSeconds } });
}
