import { keptChoice } from './kept-choice.ts';

/**
 * How a page looks on this device: type size, light or dark, contrast, movement. Each stands as an attribute
 * on the root element; only `styles/tokens.css` reads them.
 */
export const TEXT_SIZES = ['standard', 'large', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export const textSize = keptChoice({
  key: 'text-size',
  values: TEXT_SIZES,
  fallback: 'standard',
  show: (size) => {
    document.documentElement.dataset['textSize'] = size;
  },
});

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What the device itself asks for; an older browser asks for nothing. */
const darkDevice = window.matchMedia('(prefers-color-scheme: dark)');

export const theme = keptChoice({
  key: 'theme',
  values: THEMES,
  fallback: 'system',
  show: showTheme,
});

darkDevice.addEventListener('change', () => showTheme(theme.current()));

function showTheme(chosen: Theme): void {
  document.documentElement.dataset['theme'] = shownTheme(chosen);
}

/** `system` as the device has it in this moment. */
export function shownTheme(chosen: Theme): 'light' | 'dark' {
  if (chosen !== 'system') return chosen;
  return darkDevice.matches ? 'dark' : 'light';
}

export const CONTRASTS = ['standard', 'high'] as const;
export type Contrast = (typeof CONTRASTS)[number];

/** High where the device asks for it, until the reader chooses. */
export const contrast = keptChoice({
  key: 'contrast',
  values: CONTRASTS,
  fallback: window.matchMedia('(prefers-contrast: more)').matches ? 'high' : 'standard',
  show: (chosen) => {
    document.documentElement.dataset['contrast'] = chosen;
  },
});

export const MOTIONS = ['standard', 'still'] as const;
export type Motion = (typeof MOTIONS)[number];

/** Still where the device asks for it, until the reader chooses. */
export const motion = keptChoice({
  key: 'motion',
  values: MOTIONS,
  fallback: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'still' : 'standard',
  show: (chosen) => {
    document.documentElement.dataset['motion'] = chosen;
  },
});
