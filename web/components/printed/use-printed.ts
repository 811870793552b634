import { useState } from 'react';
import { type PrintedView, readPrinted } from '#shared/contract/printed.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { CallError, CallResult } from '#web/api/client.ts';
import { useCongressEvents } from '#web/api/events.ts';
import { useAnswer } from '#web/api/use-answer.ts';

export type PrintedDesk = {
  readonly view: PrintedView;
  readonly refetch: () => Promise<unknown>;
};

/** How the printed ballots of a round stand, followed live; null until it is read. What is being entered outlives a lost network. */
export function usePrinted(congressId: string, roundId: string, token: string): PrintedDesk | null {
  const { value, refetch } = useAnswer(['printed', congressId, roundId, token], readPrinted, { params: { roundId } }, token);
  useCongressEvents(congressId, ['round', 'papers'], refetch);
  return value === undefined ? null : { view: value, refetch };
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
