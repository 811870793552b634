import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Answer, Call, Endpoint } from '#shared/contract/endpoint.ts';
import { type CallError, type CallResult, type Unreachable, call } from '#web/api/client.ts';
import { useConsole } from './console-context.ts';
import { type Day, refreshCongress } from './day-query.ts';

/**
 * What is known of an act that no answer came back for: still asking, or what the server's next word showed. Where
 * nothing of the day tells, the clerk is asked to look.
 */
export type Doubt = Unreachable & { readonly now: 'asking' | 'done' | 'not-done' | 'look' };
export type ActRefusal = CallError | Doubt;

export type Doing<E extends Endpoint> = {
  /** Sends it once; a second press while it is under way does nothing. */
  readonly act: (input: Call<E>) => Promise<CallResult<Answer<E>> | null>;
  /** Until it was answered and the page shows the day as it then is. */
  readonly busy: boolean;
  readonly refusal: ActRefusal | null;
  readonly forgetRefusal: () => void;
};

/** How often the day is asked for while it is not known whether an act was done. */
const ASK_AGAIN_MS = 2_000;

type Failure = { readonly error: CallError; readonly at: number };

/**
 * One act of the clerk: sends it, keeps the refusal for showing, and fetches the day again whatever came of it. When
 * no answer comes, the day is fetched until it comes, and `happened` tells from it whether the act was done.
 */
export function useAct<E extends Endpoint>(endpoint: E, happened?: (day: Day) => boolean): Doing<E> {
  const { congressId, token, day } = useConsole();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const underWay = useRef(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const asking = failure?.error.code === 'unreachable' && day.readAt <= failure.at;
  useEffect(() => {
    if (!asking) return;
    const timer = setInterval(() => void refreshCongress(queries, congressId), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [asking, queries, congressId]);
  const act = async (input: Call<E>) => {
    if (underWay.current) return null;
    underWay.current = true;
    setBusy(true);
    setFailure(null);
    const result = await call(endpoint, input, token);
    underWay.current = false;
    if (!result.ok) setFailure({ error: result.error, at: Date.now() });
    void refreshCongress(queries, congressId).then(() => setBusy(underWay.current));
    return result;
  };
  return { act, busy, refusal: refusalOf(failure, asking, day, happened), forgetRefusal: () => setFailure(null) };
}

function refusalOf(failure: Failure | null, asking: boolean, day: Day, happened?: (day: Day) => boolean): ActRefusal | null {
  if (failure === null) return null;
  const { error } = failure;
  if (error.code !== 'unreachable') return error;
  if (asking) return { ...error, now: 'asking' };
  if (happened === undefined) return { ...error, now: 'look' };
  return { ...error, now: happened(day) ? 'done' : 'not-done' };
}
