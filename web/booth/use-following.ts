import { useCallback, useEffect, useRef, useState } from 'react';
import { boothView } from '#shared/contract/booth.ts';
import type { CallError } from '../api/client.ts';
import { useCongressEvents } from '../api/events.ts';
import type { BoothView } from './booth-state.ts';
import type { DelegateLine } from './delegate-line.ts';
import { useWakeUps } from './use-wake-ups.ts';

export type Following = {
  /** Asks the server anew how things stand. */
  readonly refresh: () => Promise<void>;
  /** Server time minus this device's, in ms. */
  readonly clockOffset: number;
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

/** Asks how things stand and tells each answer, never an older one after a newer. */
export function useLook(line: DelegateLine, onView: (view: BoothView) => void): Following {
  const [clockOffset, setClockOffset] = useState(0);
  const [ended, setEnded] = useState<CallError | null>(null);
  const [unreachable, setUnreachable] = useState(false);
  const looks = useRef({ asked: 0, answered: 0 });
  const refresh = useCallback(async () => {
    looks.current.asked += 1;
    const look = looks.current.asked;
    const answer = await line.call(boothView, {});
    if (look < looks.current.answered) return;
    looks.current.answered = look;
    setUnreachable(!answer.ok);
    if (answer.ok) {
      setClockOffset(Date.parse(answer.value.now) - Date.now());
      onView(answer.value);
    } else if (ENDED.includes(answer.error.code)) setEnded(answer.error);
  }, [line, onView]);
  return { refresh, clockOffset, ended, unreachable };
}

/** Looks when told that something moved, now and then by itself, and often while an approval is awaited. Whether events arrive. */
export function useFollowing(line: DelegateLine, view: BoothView | null, refresh: () => Promise<void>): boolean {
  const topics = view?.checkedIn === true ? (['congress', 'round'] as const) : (['congress', 'round', 'attendance'] as const);
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  const refreshSoon = () => {
    waiting.current ??= setTimeout(() => {
      waiting.current = null;
      void refresh();
    }, Math.random() * SPREAD_MS);
  };
  const { connected } = useCongressEvents(line.letter.congress.id, topics, refreshSoon);
  useWakeUps(refreshSoon);
  const asked = view?.reopening === 'pending' || view?.reopening === 'approved';
  const every = asked ? POLL_WHEN_ASKED_MS : connected ? POLL_MS : POLL_WHEN_STALE_MS;
  useEffect(() => {
    const timer = setInterval(() => void refresh(), every);
    return () => clearInterval(timer);
  }, [refresh, every]);
  useEffect(() => {
    void refresh();
    // Nothing is asked in the name of a delegate who has left.
    return () => {
      if (waiting.current !== null) clearTimeout(waiting.current);
      waiting.current = null;
    };
  }, [refresh]);
  return connected;
}
