import { REHEARSAL_MARK, footLines } from '#shared/document/foot.ts';
import type { Document } from '#shared/document/model.ts';
import { marginsOf } from '#shared/document/page-layout.ts';

/**
 * Size and margins of the paper, and what stands in the margins of every page. No style sheet can know the
 * document's fingerprint, so the rule is written for each.
 */
export function pageRule(document: Document): string {
  const { top, right, bottom, left } = marginsOf(document);
  const side = document.landscape ? 'landscape' : 'portrait';
  const mark = document.rehearsal ? `@top-center { content: ${quoted(REHEARSAL_MARK)}; font-size: 12pt; }` : '';
  const hashes = footLines(document).map(quoted).join(' "\\A" ');
  const foot = hashes === '' ? '' : `@bottom-center { content: ${hashes}; white-space: pre; font-size: 7.5pt; line-height: 10pt; width: 100%; vertical-align: top; padding-top: 13mm; }`;
  // GB/T 9704: the page's number one character from the outer edge, odd pages right, even pages left. The marks in the
  // middle leave its box no width: written from right to left, what stands at the right edge goes on to the left.
  const number = (side: 'left' | 'right') =>
    `@bottom-${side} { content: "\\3000" "— " counter(page) " —"; direction: ${side === 'right' ? 'rtl' : 'ltr'}; font: 14pt SimSun, 'Songti SC', 'Noto Serif CJK SC', serif; white-space: pre; vertical-align: top; padding-top: 5mm; }`;
  return `@media print { @page { size: A4 ${side}; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; ${mark} ${foot} } @page :right { ${number('right')} } @page :left { ${number('left')} } }`;
}

/** A text of the record as a string of a style sheet: nothing in it ends the string or the rule. */
function quoted(text: string): string {
  return `"${text.replace(/["\\<>\n]/g, '')}"`;
}
