import { useEffect, useState } from 'react';

const IDLE_MS = 6_000;

/** True while nobody moves a pointer or presses a key: a projected page then shows neither pointer nor buttons. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    let timer = setTimeout(() => setIdle(true), IDLE_MS);
    const wake = () => {
      setIdle(false);
      clearTimeout(timer);
      timer = setTimeout(() => setIdle(true), IDLE_MS);
    };
    for (const event of ['pointermove', 'pointerdown', 'keydown'] as const) window.addEventListener(event, wake, { signal: stop.signal });
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, []);
  return idle;
}
