import type { Letter } from '../letter-batch.ts';
import { CARDS_ON_PAGE, type LetterLayout } from '../letter-layout.ts';
import type { LetterPage } from './letter-pages.tsx';

/** The pages of a batch in the order in which they leave the printer: all outer slips before all inner sheets. */
export function paged(letters: readonly Letter[], layout: LetterLayout): readonly LetterPage[] {
  if (layout === 'envelope') {
    const cards = inParts(letters, CARDS_ON_PAGE);
    return (['outer', 'inner'] as const).flatMap((side) => cards.map((part, index) => ({ key: `${side}-${String(index)}`, letters: part, side })));
  }
  return inParts(letters, layout === 'fold-two' ? 2 : 1).map((part, index) => ({ key: `fold-${String(index)}`, letters: part, side: 'fold' }));
}

function inParts(letters: readonly Letter[], size: number): readonly (readonly Letter[])[] {
  return Array.from({ length: Math.ceil(letters.length / size) }, (_nothing, index) => letters.slice(size * index, size * (index + 1)));
}
