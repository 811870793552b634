import { keptChoice } from '#web/components/kept-choice.ts';
import { LETTER_LAYOUTS } from './letter-layout.ts';

/** The layout that was printed last on this computer. */
export const letterLayout = keptChoice({ key: 'letter-layout', values: LETTER_LAYOUTS, fallback: 'fold-one', show: () => undefined });
