import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer, Call, Endpoint } from '#shared/contract/endpoint.ts';
import { type CallError, type CallResult, call } from '#web/api/client.ts';
import { useConsole } from './console-context.ts';
import { refreshCongress } from './day-query.ts';

export type Doing<E extends Endpoint> = {
  /** Sends it once; a second press while it is under way does nothing. */
  readonly act: (input: Call<E>) => Promise<CallResult<Answer<E>> | null>;
  readonly busy: boolean;
  readonly refusal: CallError | null;
  readonly forgetRefusal: () => void;
};

/** One act of the clerk: sends it, keeps the refusal for showing, and fetches the day again whatever came of it. */
export function useAct<E extends Endpoint>(endpoint: E): Doing<E> {
  const { congressId, token } = useConsole();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CallError | null>(null);
  const act = async (input: Call<E>) => {
    if (busy) return null;
    setBusy(true);
    setRefusal(null);
    const result = await call(endpoint, input, token);
    if (!result.ok) setRefusal(result.error);
    await refreshCongress(queries, congressId);
    setBusy(false);
    return result;
  };
  return { act, busy, refusal, forgetRefusal: () => setRefusal(null) };
}
