import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type PrintedView, readPrinted } from '#shared/contract/printed.ts';
import type { Refusal } from '#shared/error-code.ts';
import { type CallError, type CallResult, call } from '#web/api/client.ts';
import { useCongressEvents } from '#web/api/events.ts';

export type PrintedDesk = {
  readonly view: PrintedView;
  readonly refetch: () => Promise<unknown>;
};

/** Events may be lost with a connection. */
const POLL_MS = 15_000;

/** How the printed ballots of a round stand, followed live; null until it is read. */
export function usePrinted(congressId: string, roundId: string, token: string): PrintedDesk | null {
  const query = useQuery({
    queryKey: ['printed', congressId, roundId, token],
    queryFn: () => call(readPrinted, { params: { roundId } }, token),
    refetchInterval: POLL_MS,
  });
  useCongressEvents(congressId, ['round', 'papers'], () => query.refetch());
  return query.data?.ok === true ? { view: query.data.value, refetch: () => query.refetch() } : null;
}

export type PrintedAct = {
  /** Runs once at a time; whatever came of it, everything is fetched again. True when it was done. */
  readonly act: (work: () => Promise<CallResult<unknown> | Refusal>) => Promise<boolean>;
  readonly busy: boolean;
  readonly refusal: CallError | Refusal | null;
};

/** One act with its refusal, shown beside the button. */
export function usePrintedAct(refetch: () => Promise<unknown>): PrintedAct {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CallError | Refusal | null>(null);
  const act: PrintedAct['act'] = async (work) => {
    if (busy) return false;
    setBusy(true);
    setRefusal(null);
    const result = await work();
    if (!result.ok) setRefusal('reason' in result ? result : result.error);
    await refetch();
    setBusy(false);
    return result.ok;
  };
  return { act, busy, refusal };
}
