import { createContext, useContext, useEffect } from 'react';
import type { TabletScene } from './tablet-clock.ts';

/** What a cover over the booth still has to tell: whether it is a rehearsal, and when the box closes (closing-at.ts). */
export type BeneathCover = { readonly rehearsal: boolean; readonly closing: number | null };

/** The shared tablet that the booth stands on, or `on: false` on a delegate's own device. */
export type Tablet = {
  readonly on: boolean;
  /** What a delegate has before them now. */
  readonly stand: (scene: TabletScene, beneath: BeneathCover) => void;
  /** The delegate is done: clears everything for the next. */
  readonly handOver: () => void;
};

export const NOTHING_BENEATH: BeneathCover = { rehearsal: false, closing: null };

const OWN_DEVICE: Tablet = { on: false, stand: () => undefined, handOver: () => undefined };

export const tabletContext = createContext<Tablet>(OWN_DEVICE);

export function useTablet(): Tablet {
  return useContext(tabletContext);
}

/** Tells the tablet what stands on it; null leaves that to a part further inside. */
export function useTabletScene(scene: TabletScene | null, { rehearsal, closing }: BeneathCover = NOTHING_BENEATH): void {
  const { stand } = useTablet();
  useEffect(() => {
    if (scene !== null) stand(scene, { rehearsal, closing });
  }, [scene, rehearsal, closing, stand]);
}
