const FIRST_MS = 700;
const LONGEST_MS = 15_000;

/** Waiting times that double up to 15 s, each shaken a little so that a hall of phones does not return in one moment. */
export function backOff(random: () => number = Math.random): { readonly next: () => number; readonly reset: () => void } {
  let tries = 0;
  return {
    next: () => {
      const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** tries);
      tries += 1;
      return Math.round(longest * (0.6 + 0.4 * random()));
    },
    reset: () => {
      tries = 0;
    },
  };
}

/** Waits, or returns early when the signal is given or the network comes back. */
export function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener('online', done);
    signal?.addEventListener('abort', done);
  });
}
