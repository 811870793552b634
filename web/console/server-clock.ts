import { useEffect, useState } from 'react';
import { useConsole } from './console-context.ts';

const TICK_MS = 250;

/** Whole seconds until an instant of the server's clock, 0 when it has passed; the desk's own clock may be wrong. */
export function useSecondsUntil(instant: number | null): number {
  const { day } = useConsole();
  const [now, setNow] = useState(() => Date.now());
  const running = instant !== null;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [running]);
  if (instant === null) return 0;
  return Math.max(0, Math.ceil((instant - (now + day.clockAhead)) / 1000));
}
