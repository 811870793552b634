import type { DisplayTexts } from './display.zh.ts';

export const en: DisplayTexts = {
  open: 'Display',
  size: 'Text size',
  sizes: { standard: 'Standard', large: 'Large', largest: 'Largest' },
  theme: 'Light or dark',
  themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
  contrast: 'Contrast',
  contrasts: { standard: 'Standard', high: 'High' },
};
