import { useCallback, useEffect, useEffectEvent, useReducer } from 'react';
import { changeTablet, freshClock, standingOf, type TabletScene, type TabletStanding } from './tablet-clock.ts';

const LOOK_EVERY_MS = 500;
/** A switch or a screen reader clicks without a pointer; a finger that scrolls reads. */
const TOUCHES = ['pointerdown', 'touchmove', 'wheel', 'keydown', 'input', 'click'] as const;

export type TabletTime = {
  readonly standing: TabletStanding;
  readonly touch: () => void;
  readonly stand: (scene: TabletScene) => void;
  readonly startOver: () => void;
};

/** Runs the tablet's clock: counts touches and time. A covered tablet is uncovered by its own button alone. */
export function useTabletClock(): TabletTime {
  const [clock, dispatch] = useReducer(changeTablet, null, () => freshClock(performance.now()));
  const standing = standingOf(clock);
  const touch = useCallback(() => dispatch({ type: 'touched', at: performance.now() }), []);
  const touched = useEffectEvent(() => {
    if (standing.is === 'shown') touch();
  });
  const look = useEffectEvent(() => {
    // Nobody sees a hidden page. A ballot that is being read aloud is in use.
    if (document.visibilityState === 'hidden') return;
    if ('speechSynthesis' in window && window.speechSynthesis.speaking) touched();
    dispatch({ type: 'looked', at: performance.now() });
  });
  useEffect(() => {
    const onTouch = ({ target }: Event) => {
      // A button that goes away under the finger would let the tap through to what lies beneath.
      if (!(target instanceof Element && target.closest('.tablet-bar') !== null)) touched();
    };
    for (const kind of TOUCHES) window.addEventListener(kind, onTouch, { passive: true, capture: true });
    const timer = setInterval(() => look(), LOOK_EVERY_MS);
    return () => {
      for (const kind of TOUCHES) window.removeEventListener(kind, onTouch, { capture: true });
      clearInterval(timer);
    };
  }, []);
  const stand = useCallback((scene: TabletScene) => dispatch({ type: 'scene', scene, at: performance.now() }), []);
  const startOver = useCallback(() => dispatch({ type: 'cleared', at: performance.now() }), []);
  return { standing, touch, stand, startOver };
}
