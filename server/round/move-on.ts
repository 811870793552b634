import { decide } from '#shared/domain/congress.ts';
import { arm } from '#shared/domain/round-arm.ts';
import { tallyByHand } from '#shared/domain/round-by-hand.ts';
import { certify, confirm, tally } from '#shared/domain/round-gates.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { Transaction } from '../db/client.ts';
import { setDecided, setStandings } from '../db/round-congress.repository.ts';
import type { RoundRecord, SignedFile } from '../db/round-record.ts';
import { changeRound, readRound } from '../db/round.repository.ts';
import { countNumbers } from './count-numbers.ts';
import { gateFacts, pendingRuling, signedBy } from './facts.ts';
import { writeOutcome, outcomeOf, standingsOf } from './outcome.ts';

type Moved = { readonly ok: true } | Refusal;
const STAYS: Moved = { ok: true };

/** After a signature: the round moves on when it was the last one needed, and stays where it is otherwise. */
export async function moveOn(tx: Transaction, roundId: string, file: SignedFile): Promise<Moved> {
  const round = await readRound(tx, roundId);
  if (round === null) return refuse('round-unknown');
  switch (file) {
    case 'manifest':
      return round.state === 'prepared' ? armRound(tx, round) : STAYS;
    case 'count':
      return round.state === 'closed' ? confirmRound(tx, round) : STAYS;
    case 'board':
      return round.state === 'frozen' ? tallyRound(tx, round) : STAYS;
    case 'outcome':
      return round.state === 'tallied' ? certifyRound(tx, round) : STAYS;
    case 'sth':
      return STAYS;
  }
}

/** A signature that is not the last one is no refusal; every other reason is. */
function waitsFor(refusal: Refusal, ...reasons: readonly Refusal['reason'][]): Moved {
  return reasons.includes(refusal.reason) ? STAYS : refusal;
}

async function armRound(tx: Transaction, round: RoundRecord): Promise<Moved> {
  const { congress } = round;
  const moved = arm(round.state, {
    congress: congress.state,
    methodAdopted: congress.methodAdopted,
    scrutineersAdopted: congress.scrutineersAdopted,
    method: congress.method,
    candidates: round.candidates.length,
    places: round.places,
    manifestSignedBy: signedBy(round, 'manifest'),
  });
  if (!moved.ok) return waitsFor(moved, 'manifest-unsigned');
  await changeRound(tx, round.id, { state: moved.state, armedAt: new Date() });
  return moved;
}

async function confirmRound(tx: Transaction, round: RoundRecord): Promise<Moved> {
  const report = countNumbers(round);
  if (report === null) return refuse('printed-not-counted');
  const gate = await gateFacts(tx, round, 'count');
  const moved = confirm(round.state, { roundValid: round.congress.method.roundValid, report, gate });
  if (!moved.ok) return waitsFor(moved, 'chief-signature-missing', 'gate-1-unsigned');
  await changeRound(tx, round.id, { state: moved.state, confirmedAt: new Date() });
  return round.handCount === null ? moved : tallyHandCount(tx, round.id);
}

/** Counted by hand: there is no box to open, the outcome follows at once. */
async function tallyHandCount(tx: Transaction, roundId: string): Promise<Moved> {
  const confirmed = await readRound(tx, roundId);
  const moved = tallyByHand(confirmed?.state ?? 'closed');
  if (!moved.ok) return moved;
  await changeRound(tx, roundId, { state: moved.state, talliedAt: new Date() });
  const counted = await readRound(tx, roundId);
  return counted === null ? refuse('round-unknown') : writeOutcome(tx, counted, null);
}

/** The second scrutineer found the same board: it is the round's, and its outcome follows from it. */
async function tallyRound(tx: Transaction, round: RoundRecord): Promise<Moved> {
  const { t } = round.congress.method.box;
  const moved = tally(round.state, { t, openingSet: round.openingSet, boardSignedBy: signedBy(round, 'board') });
  if (!moved.ok) return waitsFor(moved, 'board-unsigned');
  await changeRound(tx, round.id, { state: moved.state, talliedAt: new Date() });
  return writeOutcome(tx, round, null);
}

/** Gate 2: round, projects and congress change with the last signature, in its transaction. */
async function certifyRound(tx: Transaction, round: RoundRecord): Promise<Moved> {
  const outcome = outcomeOf(round);
  if (outcome === null) return refuse('wrong-round-state');
  const gate = await gateFacts(tx, round, 'outcome');
  const moved = certify(round.state, { outcome, rulingPending: pendingRuling(round) !== null, gate });
  if (!moved.ok) return waitsFor(moved, 'chief-signature-missing', 'gate-2-unsigned');
  await changeRound(tx, round.id, { state: moved.state, certifiedAt: new Date() });
  return outcome.final ? decideCongress(tx, { ...round, state: moved.state }) : moved;
}

async function decideCongress(tx: Transaction, round: RoundRecord): Promise<Moved> {
  const moved = decide(round.congress.state, { round: round.state, outcomeFinal: true });
  if (!moved.ok) return moved;
  await setStandings(tx, round.congress.id, standingsOf(round));
  await setDecided(tx, round.congress.id, moved.state);
  return moved;
}
