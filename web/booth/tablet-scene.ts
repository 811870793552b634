import type { Screen } from './booth-screen.ts';
import type { TabletScene } from './tablet-clock.ts';

/** What a screen of the booth is to a shared tablet. */
export function sceneOf(screen: Screen): TabletScene {
  switch (screen.show) {
    case 'choose':
    case 'review':
    case 'abstain':
      return screen.mayCast ? 'ballot' : 'early-ballot';
    case 'casting':
      return 'under-way';
    case 'waiting':
      return screen.for === 'drawing' ? 'under-way' : 'other';
    case 'stopped':
    case 'elsewhere':
    case 'paper-refused':
    case 'not-received':
    case 'receipt':
      return 'other';
  }
}

/** A paper is here, or on its way, and no receipt: in memory alone, so that leaving the page loses it. */
export function isUnfinished(scene: TabletScene): boolean {
  return scene === 'ballot' || scene === 'early-ballot' || scene === 'under-way';
}
