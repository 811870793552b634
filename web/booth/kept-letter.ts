import { readCode, scannedCode } from '#shared/ballot-paper/secret-code.ts';
import { tabStorage } from '../api/tab-storage.ts';
import type { Letter } from './letter.ts';

/** The letter in use, for as long as this tab lives: a reload must not ask a delegate to type it again. */
const NAME = 'booth/letter';

export function keepLetter({ secret, kind }: Pick<Letter, 'secret' | 'kind'>): void {
  tabStorage.set(NAME, scannedCode(secret, kind));
}

/** The kept code as typed, or null. */
export function readKeptLetter(): string | null {
  const code = tabStorage.get(NAME);
  return code !== null && readCode(code).ok ? code : null;
}

export function forgetLetter(): void {
  tabStorage.remove(NAME);
}
