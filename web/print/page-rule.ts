import { REHEARSAL_MARK, footWords } from '#shared/document/foot.ts';
import type { Document } from '#shared/document/model.ts';

const MARGINS = { portrait: '37mm 26mm 35mm 28mm', landscape: '28mm 22mm' } as const;

/**
 * Size and margins of the paper, and what stands in the margins of every page. No style sheet can know the
 * document's fingerprint, so the rule is written for each.
 */
export function pageRule(document: Document): string {
  const side = document.landscape ? 'landscape' : 'portrait';
  const mark = document.rehearsal ? `@top-center { content: ${quoted(REHEARSAL_MARK)}; font-size: 12pt; }` : '';
  const foot = `@bottom-center { content: "— " counter(page) " —" "\\A" ${quoted(footWords(document))}; white-space: pre; font-size: 8pt; }`;
  return `@media print { @page { size: A4 ${side}; margin: ${MARGINS[side]}; ${mark} ${foot} } }`;
}

/** A text of the record as a string of a style sheet: nothing in it ends the string or the rule. */
function quoted(text: string): string {
  return `"${text.replace(/["\\<>\n]/g, '')}"`;
}
