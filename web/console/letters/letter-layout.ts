/** How letters are printed: folded, one or two on an A4 page, or an outer and an inner sheet for an envelope. */
export const LETTER_LAYOUTS = ['fold-one', 'fold-two', 'envelope'] as const;
export type LetterLayout = (typeof LETTER_LAYOUTS)[number];

/** Cards of an envelope layout on one page, outer ones or inner ones. */
export const CARDS_ON_PAGE = 4;

/** A4 pages that so many letters take. */
export function pagesOf(layout: LetterLayout, letters: number): number {
  if (layout === 'fold-one') return letters;
  return layout === 'fold-two' ? Math.ceil(letters / 2) : 2 * Math.ceil(letters / CARDS_ON_PAGE);
}
