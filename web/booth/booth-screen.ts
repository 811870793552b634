import { mayCast, mayDraw } from '#shared/domain/round.ts';
import { drawnElsewhere } from './booth-duty.ts';
import type { BoothState, BoothView, RoundWork, Terms } from './booth-state.ts';

/** What is being waited for. */
export type Waiting = 'opening-booth' | 'no-round' | 'not-armed' | 'check-in' | 'drawing';

/** Why a delegate cannot go on in this round. */
export type Stopped = 'untrusted' | 'void' | 'closed-before-drawing' | 'closed-before-casting';

/** The one screen that a delegate sees. */
export type Screen =
  | { readonly show: 'waiting'; readonly for: Waiting }
  | { readonly show: 'stopped'; readonly why: Stopped }
  | { readonly show: 'elsewhere' }
  | { readonly show: 'paper-refused' }
  | { readonly show: 'choose' | 'review' | 'abstain'; readonly terms: Terms; readonly mayCast: boolean }
  | { readonly show: 'casting'; readonly failures: number }
  | { readonly show: 'not-received' }
  | { readonly show: 'receipt'; readonly terms: Terms };

export function screenOf({ view, work }: BoothState): Screen {
  if (view === null) return { show: 'waiting', for: 'opening-booth' };
  const round = view.congress.round;
  if (round === null || work === null) return { show: 'waiting', for: view.checkedIn ? 'no-round' : 'check-in' };
  if (round.state === 'void') return { show: 'stopped', why: 'void' };
  if (round.state === 'prepared') return { show: 'waiting', for: view.checkedIn ? 'not-armed' : 'check-in' };
  if (work.manifest.is === 'untrusted') return { show: 'stopped', why: 'untrusted' };
  if (work.manifest.is === 'unread' || !work.keptRead) return { show: 'waiting', for: 'opening-booth' };
  return screenOfBallot(work, work.manifest.terms) ?? screenOfPaper(view, work, work.manifest.terms);
}

function screenOfBallot({ ballot }: RoundWork, terms: Terms): Screen | null {
  if (ballot.stage === 'in-box') return { show: 'receipt', terms };
  if (ballot.stage === 'sealing') return { show: 'casting', failures: 0 };
  if (ballot.stage === 'sending') return { show: 'casting', failures: ballot.failures };
  return ballot.stage === 'refused' ? { show: 'not-received' } : null;
}

function screenOfPaper(view: BoothView, work: RoundWork, terms: Terms): Screen {
  const state = view.congress.round?.state ?? 'prepared';
  if (!mayDraw(state)) return { show: 'stopped', why: work.paperHere ? 'closed-before-casting' : 'closed-before-drawing' };
  if (work.paperHere) return { show: work.step, terms, mayCast: mayCast(state) };
  if (work.paperRefusal !== null) return { show: 'paper-refused' };
  if (drawnElsewhere({ view, work })) return { show: 'elsewhere' };
  return { show: 'waiting', for: view.checkedIn || work.drawRequested ? 'drawing' : 'check-in' };
}
