import type { Delegate } from '#shared/contract/roll.ts';
import { keptDraft } from '../kept-draft.ts';
import { type LetterBatch, makeLetters, wipe } from './letter-batch.ts';

/** A batch that is being made, or made and neither registered nor discarded. It outlives the panel, never the page. */
export type LetterWork =
  | { readonly state: 'making'; readonly delegation: string; readonly done: number; readonly of: number }
  | { readonly state: 'pending'; readonly batch: LetterBatch };

const NONE: LetterWork | null = null;
const work = keptDraft<LetterWork | null>(NONE);

export const useLetterWork = work.use;

type Wanted = Pick<LetterBatch, 'delegation' | 'kind'> & { readonly congressId: string; readonly delegates: readonly Delegate[] };

/** Makes the letters of one batch; nothing is made while another one waits. */
export async function startLetters({ congressId, delegation, kind, delegates }: Wanted): Promise<void> {
  if (work.read(congressId) !== null) return;
  const tell = (done: number) => work.keep(congressId, { state: 'making', delegation, done, of: delegates.length });
  tell(0);
  const letters = await makeLetters(congressId, delegates, tell);
  const batch: LetterBatch = { delegation, kind, letters };
  // Signed out meanwhile: nobody is there to print them.
  if (work.read(congressId) === null) wipe(batch);
  else work.keep(congressId, { state: 'pending', batch });
}

/** Registered, discarded or signed out: the secrets are wiped. */
export function endLetters(congressId: string): void {
  const now = work.read(congressId);
  if (now?.state === 'pending') wipe(now.batch);
  work.keep(congressId, null);
}
