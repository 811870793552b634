import { mayDraw, type RoundState } from '#shared/domain/round.ts';
import type { BoothState, RoundWork } from './booth-state.ts';

/**
 * What the device itself has to do next. Every duty may be begun again after a reload: what it needs is kept
 * before anything is sent, and a repeated message is the identical one.
 */
export type Duty =
  | 'read-manifest'
  | 'read-kept'
  | 'draw-paper'
  | 'take-paper-up'
  | 'seal-ballot'
  | 'send-ballot'
  | 'search-record'
  | 'check-inclusion';

export function dutyOf({ view, work }: BoothState): Duty | null {
  const round = view?.congress.round ?? null;
  if (view === null || round === null || work === null || round.state === 'prepared') return null;
  if (work.manifest.is === 'untrusted') return null;
  if (work.manifest.is === 'unread') return round.fingerprint === null ? null : 'read-manifest';
  if (!work.keptRead) return 'read-kept';
  const ofBallot = dutyOfBallot(work, round.state);
  if (ofBallot !== null || work.ballot.stage !== 'none') return ofBallot;
  if (work.paperHere || work.paperRefusal !== null || !mayDraw(round.state)) return null;
  if (drawnElsewhere({ view, work })) return view.reopening === 'approved' ? 'take-paper-up' : null;
  return view.checkedIn || work.drawRequested ? 'draw-paper' : null;
}

/** This letter's paper was issued, and this device has neither the paper nor the request for it. */
export function drawnElsewhere({ view, work }: BoothState): boolean {
  return view?.paper === 'drawn' && work !== null && work.keptRead && !work.paperHere && !work.drawRequested;
}

function dutyOfBallot(work: RoundWork, state: RoundState): Duty | null {
  if (work.ballot.stage === 'sealing') return 'seal-ballot';
  if (work.ballot.stage === 'sending') return 'send-ballot';
  if (work.ballot.stage !== 'in-box') return null;
  if (work.finding === 'asked') return 'search-record';
  return isBoxOut(state) && work.inclusion === 'unchecked' ? 'check-inclusion' : null;
}

/** From here on the hall may look into the record of the round. */
export function isBoxOut(state: RoundState): boolean {
  return state === 'tallied' || state === 'certified';
}
