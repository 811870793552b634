import { useEffect, useEffectEvent, useState } from 'react';
import { wait } from '../api/back-off.ts';
import type { Duty } from './booth-duty.ts';

const AGAIN_MS = 2_000;

/**
 * Does a duty of the device, whenever `key` or the duty changes, and stops the one before. All of them may be begun
 * anew, so one that breaks by a fault of the device or of ours is, after a pause: a delegate must not be left before
 * a screen that waits for nothing. Answers whether the last one broke.
 */
export function useDuty(duty: Duty | null, key: string, perform: (duty: Duty, signal: AbortSignal) => Promise<void>): boolean {
  const [broken, setBroken] = useState(0);
  const [isBroken, setIsBroken] = useState(false);
  const begin = useEffectEvent(perform);
  useEffect(() => {
    if (duty === null) return;
    const stop = new AbortController();
    const stopped = () => stop.signal.aborted;
    begin(duty, stop.signal).then(
      () => stopped() || setIsBroken(false),
      async () => {
        if (stopped()) return;
        setIsBroken(true);
        await wait(AGAIN_MS, stop.signal);
        if (!stopped()) setBroken((times) => times + 1);
      },
    );
    return () => stop.abort();
  }, [duty, key, broken]);
  return isBroken && duty !== null;
}
