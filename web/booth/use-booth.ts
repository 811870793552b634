import { useCallback, useEffect, useEffectEvent, useReducer, useRef, useState } from 'react';
import { boothView } from '#shared/contract/booth.ts';
import type { CallError } from '../api/client.ts';
import { useCongressEvents } from '../api/events.ts';
import { dutyOf } from './booth-duty.ts';
import { type BoothState, changeBooth, EMPTY_BOOTH, type RoundEvent } from './booth-state.ts';
import type { DelegateLine } from './delegate-line.ts';
import { type DutyCall, keepSelection, performDuty, type TrustedRounds } from './perform-duty.ts';

export type Booth = {
  readonly line: DelegateLine;
  readonly state: BoothState;
  /** Tells what the delegate did. */
  readonly act: (event: RoundEvent) => void;
  readonly refresh: () => Promise<void>;
  /** Server time minus this device's, in ms. */
  readonly clockOffset: number;
  readonly connected: boolean;
  /** The letter was revoked, or belongs to nobody on the roll any more. */
  readonly ended: CallError | null;
  /** The last question to the server was not answered. */
  readonly unreachable: boolean;
};

/** Events bring what is new; asking by itself is for lines on which they do not arrive. */
const POLL_MS = 30_000;
const POLL_WHEN_STALE_MS = 8_000;
const POLL_WHEN_ASKED_MS = 3_000;
/** A whole hall hears the same event: their questions are spread over this time. */
const SPREAD_MS = 1_200;
const ENDED: readonly string[] = ['credential-revoked', 'unknown-key', 'delegate-unknown', 'forbidden'];

/** Runs one delegate's booth: follows the meeting, does the device's duties, keeps the selection. */
export function useBooth(line: DelegateLine): Booth {
  const [state, dispatch] = useReducer(changeBooth, EMPTY_BOOTH);
  const [clockOffset, setClockOffset] = useState(0);
  const [ended, setEnded] = useState<CallError | null>(null);
  const [unreachable, setUnreachable] = useState(false);
  const rounds = useRef<TrustedRounds>(new Map());

  const refresh = useCallback(async () => {
    const answer = await line.call(boothView, {});
    setUnreachable(!answer.ok);
    if (answer.ok) {
      setClockOffset(Date.parse(answer.value.now) - Date.now());
      dispatch({ type: 'viewed', view: answer.value });
    } else if (ENDED.includes(answer.error.code)) setEnded(answer.error);
  }, [line]);
  const connected = useFollowing(line, state, refresh);

  const summary = state.view?.congress.round ?? null;
  const work = state.work;
  const roundId = work?.roundId ?? null;
  const report = useCallback((event: RoundEvent) => roundId !== null && dispatch({ type: 'round', roundId, event }), [roundId]);
  const callOf = useEffectEvent((signal: AbortSignal): DutyCall | null => {
    if (summary === null || work === null) return null;
    const abstain = work.ballot.stage === 'sealing' && work.ballot.abstain;
    return { line, summary, choice: { selection: work.selection, abstain }, report, refresh, signal };
  });

  const duty = dutyOf(state);
  useEffect(() => {
    const stop = new AbortController();
    const call = callOf(stop.signal);
    if (duty !== null && call !== null) void performDuty(duty, call, rounds.current);
    return () => stop.abort();
  }, [duty, roundId, line]);

  const selection = work?.keptRead === true && work.ballot.stage === 'none' ? work.selection : null;
  useEffect(() => {
    const call = callOf(new AbortController().signal);
    if (selection !== null && call !== null) void keepSelection(call, rounds.current);
  }, [selection]);

  return { line, state, act: report, refresh, clockOffset, connected, ended, unreachable };
}

/** Asks how things stand: when told that something moved, now and then by itself, and often while an approval is awaited. */
function useFollowing(line: DelegateLine, { view }: BoothState, refresh: () => Promise<void>): boolean {
  const topics = view?.checkedIn === true ? (['congress', 'round'] as const) : (['congress', 'round', 'attendance'] as const);
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  const refreshSoon = () => {
    waiting.current ??= setTimeout(() => {
      waiting.current = null;
      void refresh();
    }, Math.random() * SPREAD_MS);
  };
  const { connected } = useCongressEvents(line.letter.congress.id, topics, refreshSoon);
  const asked = view?.reopening === 'pending' || view?.reopening === 'approved';
  const every = asked ? POLL_WHEN_ASKED_MS : connected ? POLL_MS : POLL_WHEN_STALE_MS;
  useEffect(() => {
    const timer = setInterval(() => void refresh(), every);
    return () => clearInterval(timer);
  }, [refresh, every]);
  useEffect(() => {
    void refresh();
  }, [refresh]);
  return connected;
}
