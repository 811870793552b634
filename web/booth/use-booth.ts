import { useCallback, useEffect, useEffectEvent, useReducer, useRef } from 'react';
import { dutyOf } from './booth-duty.ts';
import { type BoothState, type BoothView, changeBooth, EMPTY_BOOTH, type RoundEvent } from './booth-state.ts';
import type { DelegateLine } from './delegate-line.ts';
import { onKeptElsewhere } from './kept-news.ts';
import { type DutyCall, followOtherTab, keepSelection, performDuty, type TrustedRounds } from './perform-duty.ts';
import { useDuty } from './use-duty.ts';
import { type Following, useFollowing, useLook } from './use-following.ts';

export type Booth = Following & {
  readonly line: DelegateLine;
  readonly state: BoothState;
  /** Tells what the delegate did. */
  readonly act: (event: RoundEvent) => void;
  readonly connected: boolean;
  /** The device could not do what is next, and tries again. */
  readonly broken: boolean;
};

/** Runs one delegate's booth: follows the meeting, does the device's duties, keeps the selection. */
export function useBooth(line: DelegateLine): Booth {
  const [state, dispatch] = useReducer(changeBooth, EMPTY_BOOTH);
  const rounds = useRef<TrustedRounds>(new Map());
  const onView = useCallback((view: BoothView) => dispatch({ type: 'viewed', view }), []);
  const following = useLook(line, onView);
  const { refresh } = following;
  const connected = useFollowing(line, state.view, refresh);

  const { view, work } = state;
  const summary = view?.congress.round ?? null;
  const roundId = work?.roundId ?? null;
  const report = useCallback((event: RoundEvent) => roundId !== null && dispatch({ type: 'round', roundId, event }), [roundId]);
  const callOf = (signal: AbortSignal): DutyCall | null => {
    if (summary === null || work === null) return null;
    const abstain = work.ballot.stage === 'sealing' && work.ballot.abstain;
    const tell = (event: RoundEvent) => !signal.aborted && report(event);
    return { line, summary, choice: { selection: work.selection, abstain }, report: tell, refresh, signal };
  };

  const broken = useDuty(dutyOf(state), `${roundId ?? ''} ${summary?.fingerprint ?? ''}`, async (duty, signal) => {
    const call = callOf(signal);
    if (call !== null) await performDuty(duty, call, rounds.current);
  });

  const selection = work?.keptRead === true && work.ballot.stage === 'none' ? work.selection : null;
  const keep = useEffectEvent((signal: AbortSignal) => {
    const call = callOf(signal);
    if (call !== null) void keepSelection(call, rounds.current);
  });
  useEffect(() => {
    if (selection === null) return;
    // Of marks made in quick succession only the last waits for its turn to be kept.
    const stop = new AbortController();
    keep(stop.signal);
    return () => stop.abort();
  }, [selection]);

  const follow = useEffectEvent((signal: AbortSignal) => {
    const call = callOf(signal);
    if (call !== null) void followOtherTab(call, rounds.current);
  });
  useEffect(() => {
    if (roundId === null) return;
    const stop = new AbortController();
    const end = onKeptElsewhere(line.placeOf(roundId), () => follow(stop.signal));
    return () => {
      stop.abort();
      end();
    };
  }, [line, roundId]);

  return { ...following, line, state, act: report, connected, broken };
}
