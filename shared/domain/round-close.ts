import { type Refusal, refuse } from '../error-code.ts';
import { type RoundMove, type RoundState, moveRound } from './round.ts';
import { type Verdict, demand, provided } from './verdict.ts';

/** The countdown that every booth and the screen show; ballots are received until its end. */
export const COUNTDOWN_SECONDS = 60;

/** `closesAt` is when the running countdown ends, in milliseconds; null without one. */
export type Closing = { readonly now: number; readonly closesAt: number | null };
export type CountdownMove =
  | { readonly ok: true; readonly state: RoundState; readonly closesAt: number | null }
  | Refusal;

/**
 * Starts the countdown. Only a rehearsal may take a shorter one (whole seconds, at least 1).
 * Refuses countdown-running, rehearsal-only, bad-request (seconds).
 */
export function startCountdown(
  state: RoundState,
  { now, closesAt }: Closing,
  length: { readonly seconds: number; readonly rehearsal: boolean } = { seconds: COUNTDOWN_SECONDS, rehearsal: false },
): CountdownMove {
  const move = provided(
    moveRound(state, 'startCountdown'),
    demand(closesAt === null, 'countdown-running'),
    checkLength(length),
  );
  return move.ok ? { ...move, closesAt: now + length.seconds * 1000 } : move;
}

/** Calls a running countdown off. Refuses no-countdown, round-closed once the time is reached. */
export function callOff(state: RoundState, { now, closesAt }: Closing): CountdownMove {
  const move = provided(
    moveRound(state, 'callOff'),
    demand(closesAt !== null, 'no-countdown'),
    demand(closesAt === null || now < closesAt, 'round-closed'),
  );
  return move.ok ? { ...move, closesAt: null } : move;
}

/** Closes the round when its time is reached. Refuses no-countdown, countdown-running with the seconds left. */
export function close(state: RoundState, { now, closesAt }: Closing): RoundMove {
  const moved = moveRound(state, 'close');
  if (!moved.ok) return moved;
  if (closesAt === null) return refuse('no-countdown');
  const secondsLeft = Math.ceil((closesAt - now) / 1000);
  return provided(moved, demand(now >= closesAt, 'countdown-running', { figures: { secondsLeft } }));
}

function checkLength({ seconds, rehearsal }: { readonly seconds: number; readonly rehearsal: boolean }): Verdict {
  if (seconds !== COUNTDOWN_SECONDS && !rehearsal) return refuse('rehearsal-only', { field: 'seconds' });
  const sensible = Number.isSafeInteger(seconds) && seconds >= 1 && seconds <= COUNTDOWN_SECONDS;
  return demand(sensible, 'bad-request', { field: 'seconds' });
}
