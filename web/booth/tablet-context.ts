import { createContext, useContext, useEffect } from 'react';
import type { TabletScene } from './tablet-clock.ts';

/** The shared tablet that the booth stands on, or `on: false` on a delegate's own device. */
export type Tablet = {
  readonly on: boolean;
  /** What a delegate has before them now, and whether it belongs to a rehearsal. */
  readonly stand: (scene: TabletScene, rehearsal: boolean) => void;
  /** The delegate is done: clears everything for the next. */
  readonly handOver: () => void;
};

const OWN_DEVICE: Tablet = { on: false, stand: () => undefined, handOver: () => undefined };

export const tabletContext = createContext<Tablet>(OWN_DEVICE);

export function useTablet(): Tablet {
  return useContext(tabletContext);
}

/** Tells the tablet what stands on it; null leaves that to a part further inside. */
export function useTabletScene(scene: TabletScene | null, rehearsal = false): void {
  const { stand } = useTablet();
  useEffect(() => {
    if (scene !== null) stand(scene, rehearsal);
  }, [scene, rehearsal, stand]);
}
