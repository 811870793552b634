import { useEffect, useEffectEvent } from 'react';

const LOOK_EVERY_MS = 1_000;
/** The wall clock and the page's own count of time part by more than this: the device slept, or its clock was set. */
const JUMP_MS = 1_500;

/** Calls back when this page may have missed something: it was asleep or hidden, the line came back, the clock was set. */
export function useWakeUps(onWakeUp: () => void): void {
  const wokeUp = useEffectEvent(onWakeUp);
  useEffect(() => {
    const woke = () => wokeUp();
    const shown = () => document.visibilityState === 'visible' && wokeUp();
    let before = Date.now() - performance.now();
    const timer = setInterval(() => {
      const now = Date.now() - performance.now();
      if (Math.abs(now - before) > JUMP_MS) wokeUp();
      before = now;
    }, LOOK_EVERY_MS);
    window.addEventListener('online', woke);
    window.addEventListener('pageshow', woke);
    document.addEventListener('visibilitychange', shown);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', woke);
      window.removeEventListener('pageshow', woke);
      document.removeEventListener('visibilitychange', shown);
    };
  }, []);
}
