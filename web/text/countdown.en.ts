import type { zh } from './countdown.zh.ts';

export const en: typeof zh = {
  closingIn: (seconds) => `Closes in ${seconds} s`,
  closingText: 'Every ballot cast before then is received.',
};
