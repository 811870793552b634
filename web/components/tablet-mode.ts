import { keptChoice } from './kept-choice.ts';

/**
 * Whether this device is a voting tablet that many delegates share, set by a clerk for the device. The booth then
 * keeps everything in memory and clears it between delegates. The root element carries it, so that a pull at the
 * page's edge, which reloads it and loses a paper, can be switched off (web/booth/tablet.css).
 */
export const tabletMode = keptChoice({
  key: 'tablet',
  values: ['off', 'on'],
  fallback: 'off',
  show: (mode) => {
    document.documentElement.dataset['tablet'] = mode;
  },
});

/** Whether the browser really keeps the switch: one that does not would be an ordinary booth after the next reload. */
export function isTabletModeKept(): boolean {
  try {
    return localStorage.getItem('tablet') === tabletMode.current();
  } catch {
    return false;
  }
}
