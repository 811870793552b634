import { useEffect } from 'react';

/** Keeps the display on while the page is seen, where the browser can (a page over TLS); asks again when it comes back. */
export function useKeepAwake(): void {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return;
    const stop = new AbortController();
    let lock: WakeLockSentinel | null = null;
    const ask = () => {
      if (document.visibilityState !== 'visible') return;
      navigator.wakeLock.request('screen').then(
        (given) => {
          if (stop.signal.aborted) void given.release();
          else lock = given;
        },
        // A laptop on its last battery refuses; the screen works all the same.
        () => undefined,
      );
    };
    ask();
    document.addEventListener('visibilitychange', ask, { signal: stop.signal });
    return () => {
      stop.abort();
      void lock?.release();
    };
  }, []);
}
