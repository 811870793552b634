import { useState } from 'react';
import type { Refusal } from '#shared/error-code.ts';
import type { CallError, CallResult } from '../api/client.ts';
import { useDesk } from './desk-context.ts';

export type DeskAct = {
  /** Runs once at a time; whatever came of it, the round is fetched again. True when it was done. */
  readonly act: (work: () => Promise<CallResult<unknown> | Refusal>) => Promise<boolean>;
  readonly busy: boolean;
  readonly refusal: CallError | Refusal | null;
};

/** One act of a card with its refusal, shown beside the button. */
export function useDeskAct(): DeskAct {
  const { refresh } = useDesk();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CallError | Refusal | null>(null);
  const act = async (work: () => Promise<CallResult<unknown> | Refusal>) => {
    if (busy) return false;
    setBusy(true);
    setRefusal(null);
    const result = await work();
    if (!result.ok) setRefusal('reason' in result ? result : result.error);
    await refresh();
    setBusy(false);
    return result.ok;
  };
  return { act, busy, refusal };
}
