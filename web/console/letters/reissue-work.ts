import { keptDraft } from '../kept-draft.ts';
import type { Letter, LetterBatch } from './letter-batch.ts';

/** A letter made anew after arming, until it is printed: it outlives the panel, never the page. */
export type ReissuedLetter = Pick<LetterBatch, 'kind'> & { readonly letters: readonly [Letter] };

const NONE: ReissuedLetter | null = null;
const held = keptDraft<ReissuedLetter | null>(NONE);

export const useReissue = held.use;
export const keepReissue = held.keep;

/** Printed, cleared or signed out: the secret is wiped. */
export function endReissue(congressId: string): void {
  held.read(congressId)?.letters[0].secret.fill(0);
  held.keep(congressId, null);
}
