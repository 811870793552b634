import { readDeskScan } from '#shared/ballot-paper/secret-code.ts';

/** What came to the desk: a delegate number, the secret of a letter, the booth's address, or something else (yet). */
export type DeskInput = { readonly kind: 'number'; readonly number: string } | { readonly kind: 'secret' | 'address' | 'unknown' };

/** `RVN:0012` from the scanner or `0012` from the keyboard; a secret is recognised so that it can be thrown away. */
export function readDeskInput(text: string): DeskInput {
  const narrow = narrowed(text);
  const typed = /^\s*([0-9]{1,8})\s*$/.exec(narrow)?.[1];
  if (typed !== undefined) return { kind: 'number', number: typed };
  if (/^https?:\/\/[^/]+\/b(\/|$)/i.test(narrow.trim())) return { kind: 'address' };
  return readDeskScan(narrow);
}

/** Whether what is being typed or scanned begins as a letter's secret does; it is discarded before it is complete. */
export function beginsAsSecret(text: string): boolean {
  const narrow = narrowed(text);
  return /^\s*RV[1T]\s*:/i.test(narrow) || readDeskScan(narrow).kind === 'secret';
}

/** An input method may write letters, digits and the colon in full width. */
function narrowed(text: string): string {
  return text.normalize('NFKC');
}
