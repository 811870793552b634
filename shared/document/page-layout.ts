import type { Document } from './model.ts';

type Page = Pick<Document, 'kind' | 'landscape'>;

/** Millimetres around the text. What is read has the page of GB/T 9704 (37 mm above, 28 mm left, 156 mm of text); a form has its width and as much height as it can sign on one page. */
const MARGINS = {
  text: { top: 37, right: 26, bottom: 35, left: 28 },
  form: { top: 27, right: 26, bottom: 30, left: 28 },
  landscape: { top: 25, right: 22, bottom: 26, left: 22 },
} as const;

/** Margins of a document's A4 page in millimetres. */
export function marginsOf({ kind, landscape }: Page) {
  return MARGINS[landscape ? 'landscape' : kind];
}

/** Width of the text on a document's page in millimetres. */
export function textWidthOf(page: Page): number {
  const { left, right } = marginsOf(page);
  return (page.landscape ? 297 : 210) - left - right;
}

/** Sizes of the two parts of a title, in points: 二号 and 小二 for what is read, smaller for forms. */
export const TITLE_SIZES = { text: { meeting: 18, title: 22 }, form: { meeting: 16, title: 20 } } as const;
