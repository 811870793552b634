import { type Refusal, refuse } from '../error-code.ts';
import { type Verdict, ALLOWED } from './verdict.ts';

export const ROUND_STATES = [
  'prepared', 'armed', 'open', 'closed', 'confirmed', 'frozen', 'tallied', 'certified', 'void',
] as const;
export type RoundState = (typeof ROUND_STATES)[number];
export type RoundMove = { readonly ok: true; readonly state: RoundState } | Refusal;

export type RoundAct =
  | 'arm' | 'discardManifest' | 'open' | 'takeOpeningBack' | 'startCountdown' | 'callOff' | 'close'
  | 'confirm' | 'freeze' | 'tally' | 'certify' | 'voidRound' | 'countByHand' | 'tallyByHand';
type Transition = {
  readonly from: readonly RoundState[];
  readonly to: RoundState;
  readonly by: 'clerk' | 'scrutineers' | 'chief' | 'time';
  readonly needs: string;
};

/**
 * The machine of a round; README's state diagram is drawn from it. The conditions are functions:
 * `round-arm.ts`, `round-open.ts`, `round-close.ts`, `round-gates.ts`, `round-void.ts`, `round-by-hand.ts`.
 */
export const ROUND_TRANSITIONS: Readonly<Record<RoundAct, Transition>> = {
  arm: { from: ['prepared'], to: 'armed', by: 'scrutineers', needs: 'adopted; manifest signed by t' },
  discardManifest: { from: ['prepared', 'armed'], to: 'prepared', by: 'clerk', needs: 'no paper drawn' },
  open: { from: ['armed'], to: 'open', by: 'clerk', needs: 'quorum; head count; no other round open; papers drawn' },
  takeOpeningBack: { from: ['open'], to: 'armed', by: 'clerk', needs: 'nothing received' },
  startCountdown: { from: ['open'], to: 'open', by: 'clerk', needs: 'no countdown running' },
  callOff: { from: ['open'], to: 'open', by: 'clerk', needs: 'countdown running' },
  close: { from: ['open'], to: 'closed', by: 'time', needs: 'countdown ended' },
  confirm: { from: ['closed'], to: 'confirmed', by: 'scrutineers', needs: 'gate 1: numbers valid, count report signed' },
  freeze: { from: ['confirmed'], to: 'frozen', by: 'scrutineers', needs: 'printed ballots keyed; tree head signed by t' },
  tally: { from: ['frozen'], to: 'tallied', by: 'scrutineers', needs: 'box opened twice, board signed by both' },
  certify: { from: ['tallied'], to: 'certified', by: 'scrutineers', needs: 'gate 2: outcome certified and signed' },
  voidRound: {
    from: ['armed', 'open', 'closed', 'confirmed', 'frozen'],
    to: 'void',
    by: 'chief',
    needs: 'ruling with the chief\'s signature; box not opened',
  },
  countByHand: { from: ['armed'], to: 'closed', by: 'clerk', needs: 'no paper drawn; quorum; head count; numbers that add up' },
  tallyByHand: { from: ['confirmed'], to: 'tallied', by: 'scrutineers', needs: 'counted by hand; gate 1 signed' },
};

/** The state that an act leads to, by the table alone. Refuses wrong-round-state. */
export function moveRound(state: RoundState, act: RoundAct): RoundMove {
  const { from, to } = ROUND_TRANSITIONS[act];
  return from.includes(state) ? { ok: true, state: to } : refuse('wrong-round-state', { figures: { state, act } });
}

/** Papers are drawn from arming to close, by late arrivals too. Refuses round-not-armed, round-closed. */
export function checkDraw(state: RoundState): Verdict {
  if (state === 'armed' || state === 'open') return ALLOWED;
  return refuse(state === 'prepared' ? 'round-not-armed' : 'round-closed');
}

/** Ballots are received while the round is open, a countdown included. Refuses round-not-open, round-closed. */
export function checkCast(state: RoundState): Verdict {
  if (state === 'open') return ALLOWED;
  return refuse(state === 'prepared' || state === 'armed' ? 'round-not-open' : 'round-closed');
}

/** A drawn paper is taken up on another device while papers can be drawn. Refuses round-not-armed, round-closed. */
export function checkReopen(state: RoundState): Verdict {
  return checkDraw(state);
}

export function mayDraw(state: RoundState): boolean {
  return checkDraw(state).ok;
}

export function mayCast(state: RoundState): boolean {
  return checkCast(state).ok;
}

export function mayReopen(state: RoundState): boolean {
  return checkReopen(state).ok;
}
