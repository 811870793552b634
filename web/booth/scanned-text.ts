import { readCode, readDeskScan } from '#shared/ballot-paper/secret-code.ts';

/**
 * What a QR code before the camera is: the letter's code (`code`), the number outside of the letter (RVN:), the
 * booth's own address, or something that has nothing to do here.
 */
export type ScannedKind = 'code' | 'outside' | 'address' | 'foreign';

export function scannedKind(text: string): ScannedKind {
  if (/^\s*RV[1T]:/i.test(text) && readCode(text).ok) return 'code';
  if (readDeskScan(text).kind === 'number') return 'outside';
  return /^https?:\/\/[^/]+\/b(\/|$)/i.test(text) ? 'address' : 'foreign';
}
