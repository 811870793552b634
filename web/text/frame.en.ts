import type { zh } from './frame.zh.ts';

export const en: typeof zh = {
  pageLoading: 'Opening the page…',
  pageFaultTitle: 'This page cannot be shown',
  pageFaultText:
    'The address may be incomplete, or the page program has a fault. What the server already has is not affected. Open it again; if that does not help, ask the staff.',
  reloadPage: 'Open again',
  toFirstPage: 'To the first page',
  languageName: 'Language',
  appearance: 'Text and display',
  textSize: 'Text size',
  textSizes: { standard: 'Normal', large: 'Large', largest: 'Largest' },
  theme: 'Light or dark',
  themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
  contrast: 'Contrast',
  contrasts: { standard: 'Normal', high: 'High' },
  motion: 'Movement',
  motions: { standard: 'Shown', still: 'Off' },
  rehearsal: 'Rehearsal',
  rehearsalText: 'This congress is a rehearsal. Nothing in it counts.',
  unreachable: 'The server cannot be reached. The network may be down. The page tries again by itself; if it goes on, ask the staff.',
  liveConnected: 'Up to date',
  liveStale: 'Connection interrupted: this may not be the latest. Reconnecting',
  fingerprint: 'Fingerprint of this round',
};
