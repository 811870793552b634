import { readDeskScan } from '#shared/ballot-paper/secret-code.ts';

/** What stands in the desk's field: a delegate number, the secret of a letter, or neither (yet). */
export type DeskInput = { readonly kind: 'number'; readonly number: string } | { readonly kind: 'secret' | 'unknown' };

/** `RVN:0012` from the scanner or `0012` from the keyboard; a secret is recognised so that it can be thrown away. */
export function readDeskInput(text: string): DeskInput {
  const typed = /^\s*([0-9]{1,8})\s*$/.exec(text)?.[1];
  return typed === undefined ? readDeskScan(text) : { kind: 'number', number: typed };
}

/** Whether what is being typed or scanned begins as a letter's secret does; it is discarded before it is complete. */
export function beginsAsSecret(text: string): boolean {
  return /^\s*RV[1T]\s*:/i.test(text) || readDeskScan(text).kind === 'secret';
}
