import type { DayFacts, RoundFacts } from './day-facts.ts';
import { lettersUnmade } from './meeting-steps.ts';
import { type DayStep, type Progress, type StepKind, DONE, TO_COME, inHand, waiting } from './step.ts';

/** The steps of a round in their order, and the state of the round in which each is in hand. */
const STEPS: readonly { kind: StepKind; during: RoundFacts['state']; progress: (round: RoundFacts, facts: DayFacts) => Progress }[] = [
  { kind: 'arm', during: 'prepared', progress: arming },
  { kind: 'open', during: 'armed', progress: opening },
  { kind: 'vote', during: 'open', progress: voting },
  { kind: 'count', during: 'closed', progress: countReport },
  { kind: 'freeze', during: 'confirmed', progress: freezing },
  { kind: 'unseal', during: 'frozen', progress: unsealing },
  { kind: 'outcome', during: 'tallied', progress: outcome },
  { kind: 'certify', during: 'tallied', progress: secondGate },
];

const ORDER: readonly RoundFacts['state'][] = [
  'prepared', 'armed', 'open', 'closed', 'confirmed', 'frozen', 'tallied', 'certified',
];

/** All steps of a round that was prepared; a void one keeps a single line. */
export function roundSteps(round: RoundFacts, facts: DayFacts): readonly DayStep[] {
  if (round.state === 'void') return [step('void', round.number, DONE)];
  const reached = ORDER.indexOf(round.state);
  return STEPS.map(({ kind, during, progress }) => {
    const place = ORDER.indexOf(during);
    if (place > reached) return step(kind, round.number, TO_COME);
    if (place < reached && !asksForRuling(kind, round)) return step(kind, round.number, DONE);
    return step(kind, round.number, progress(round, facts));
  });
}

/** The steps of the round that must be prepared next: the first, or the one a tie, shortfall or void round asks for. */
export function upcomingRoundSteps(facts: DayFacts): readonly DayStep[] {
  const last = facts.rounds.at(-1);
  if (last !== undefined && !isFollowed(last)) return [];
  const number = (last?.number ?? 0) + 1;
  return STEPS.map(({ kind }) => step(kind, number, kind === 'arm' ? preparing(facts) : TO_COME));
}

function step(kind: StepKind, round: number, progress: Progress): DayStep {
  return { id: `round-${round}-${kind}`, kind, round, ...progress };
}

function isFollowed(round: RoundFacts): boolean {
  if (round.state === 'void') return true;
  const next = round.outcome?.next;
  return round.state === 'certified' && (next === 'revote' || next === 'second-round');
}

function preparing(facts: DayFacts): Progress {
  const { state } = facts.congress;
  if (state === 'adjourned') return inHand('resume', { why: 'meeting-adjourned' });
  return state === 'preparing' ? TO_COME : inHand('prepare-round', ...lettersUnmade(facts));
}

function arming(round: RoundFacts, facts: DayFacts): Progress {
  if (round.manifest === null) return inHand('make-manifest', { why: 'manifest-unmade' }, ...lettersUnmade(facts));
  return waiting('scrutineers', null, {
    why: 'manifest-signatures', have: round.manifest.signedBy.length, need: round.threshold.t,
  });
}

function opening(round: RoundFacts): Progress {
  const notDrawn = round.issued < round.present
    ? [{ why: 'papers-not-drawn', have: round.issued, need: round.present } as const]
    : [];
  const uncounted = round.headCount.entered ? [] : [{ why: 'head-count' } as const];
  if (!round.quorum.met) {
    return inHand('check-in', { why: 'quorum-short', have: round.present, need: round.quorum.needed }, ...uncounted, ...notDrawn);
  }
  if (uncounted.length > 0) return waiting('chief', null, ...uncounted, ...notDrawn);
  return notDrawn.length > 0 ? waiting('delegates', 'open-round', ...notDrawn) : inHand('open-round');
}

function voting(round: RoundFacts): Progress {
  if (round.closesAt !== null) return waiting('countdown', 'call-off-closing');
  if (round.received >= round.issued) return inHand('start-closing');
  return waiting('delegates', 'start-closing', { why: 'ballots-out', have: round.received, need: round.issued });
}

function countReport(round: RoundFacts): Progress {
  // Only printed ballots that nobody has counted yet keep a closed round from its report.
  if (round.countReport === null) return inHand('count-printed', { why: 'printed-uncounted' });
  if (!round.countReport.valid) return waiting('chair', 'void-round', { why: 'numbers-contradict' });
  return waiting('scrutineers', null, {
    why: 'count-signatures', have: round.countReport.signedBy.length, need: round.threshold.t,
  });
}

function freezing(round: RoundFacts): Progress {
  // The box of printed ballots is sealed only once they lie in it.
  if (round.treeHead === null) return waiting('scrutineers', null, { why: 'printed-unkeyed' });
  const have = round.treeHead.signedBy.length;
  if (have < round.threshold.t) {
    return waiting('scrutineers', 'freeze-box', { why: 'tree-head-signatures', have, need: round.threshold.t });
  }
  return inHand('freeze-box');
}

function unsealing(round: RoundFacts): Progress {
  const { t } = round.threshold;
  const sealed = round.treeHead?.signedBy.length ?? 0;
  if (sealed < t) return waiting('scrutineers', null, { why: 'tree-head-signatures', have: sealed, need: t });
  if (round.openingSet === null && round.released.length < t) {
    return waiting('scrutineers', null, { why: 'keys-unreleased', have: round.released.length, need: t });
  }
  if (round.openingSet === null) return waiting('scrutineers', null, { why: 'opening-not-begun' });
  if (round.board === null) return waiting('scrutineers', null, { why: 'board-unmade' });
  return waiting('scrutineers', null, { why: 'second-opening', have: round.board.signedBy.length, need: 2 });
}

function outcome(round: RoundFacts): Progress {
  if (pendingRuling(round)) return waiting('chief', null, { why: 'ruling-unsigned' });
  if (needsRuling(round)) return waiting('chair', 'enter-ruling', { why: 'ruling-needed' });
  return round.outcome?.certifiedBy == null ? inHand('certify') : DONE;
}

function secondGate(round: RoundFacts): Progress {
  const signed = round.outcome?.signedBy.length ?? 0;
  if (round.outcome?.certifiedBy == null) return TO_COME;
  return waiting('scrutineers', null, { why: 'outcome-signatures', have: signed, need: round.threshold.t });
}

function needsRuling(round: RoundFacts): boolean {
  const next = round.outcome?.next;
  return next === 'ruling-tie' || next === 'ruling-shortfall';
}

function pendingRuling(round: RoundFacts): boolean {
  return round.rulings.some((ruling) => ruling.kind !== 'void' && ruling.effectiveAt === null);
}

/** A ruling asked for by a round that has already passed gate 2 keeps its outcome step in hand. */
function asksForRuling(kind: StepKind, round: RoundFacts): boolean {
  return kind === 'outcome' && round.state === 'certified' && (needsRuling(round) || pendingRuling(round));
}
