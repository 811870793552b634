import { chooseLanguage, currentLanguage, LANGUAGES } from '../text/language.ts';
import { contrast, CONTRASTS, motion, MOTIONS, textSize, TEXT_SIZES, theme, THEMES } from './appearance.ts';
import type { KeptChoice } from './kept-choice.ts';

/**
 * How a shared tablet looks when it is handed over. A delegate's choice of type size, contrast or language is
 * theirs alone: the next one finds the tablet as the clerk set it up.
 */
const NAME = 'tablet/appearance';

const CHOICES = {
  language: restorable({ current: currentLanguage, choose: chooseLanguage }, LANGUAGES),
  textSize: restorable(textSize, TEXT_SIZES),
  theme: restorable(theme, THEMES),
  contrast: restorable(contrast, CONTRASTS),
  motion: restorable(motion, MOTIONS),
};

/** Remembers how this device looks now. */
export function rememberAppearance(): void {
  const looks = new URLSearchParams(Object.entries(CHOICES).map(([name, choice]) => [name, choice.current()]));
  try {
    localStorage.setItem(NAME, looks.toString());
  } catch {
    // A browser that keeps nothing keeps no delegate's choice either.
  }
}

/** Puts back what was remembered; leaves alone what was not. */
export function restoreAppearance(): void {
  const looks = new URLSearchParams(readRemembered());
  for (const [name, choice] of Object.entries(CHOICES)) choice.restore(looks.get(name));
}

function readRemembered(): string {
  try {
    return localStorage.getItem(NAME) ?? '';
  } catch {
    return '';
  }
}

function restorable<Value extends string>({ current, choose }: Pick<KeptChoice<Value>, 'current' | 'choose'>, values: readonly Value[]) {
  const restore = (kept: string | null) => {
    const known = values.find((value) => value === kept);
    if (known !== undefined) choose(known);
  };
  return { current, restore };
}
