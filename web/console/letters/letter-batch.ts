import { fromBase64url, toBase64url } from '#shared/ballot-paper/base64url.ts';
import { authKey } from '#shared/ballot-paper/credential.ts';
import { browserPlatform } from '#shared/ballot-paper/platform-browser.ts';
import { type CodeKind, makeSecret } from '#shared/ballot-paper/secret-code.ts';
import type { Delegate } from '#shared/contract/roll.ts';

/** A letter in this page's memory: the secret leaves it on paper only, the public key goes to the server. */
export type Letter = { readonly delegate: Delegate; readonly secret: Uint8Array; readonly pk: string };

export type LetterBatch = {
  readonly delegation: string;
  readonly kind: CodeKind;
  readonly letters: readonly Letter[];
};

/** Letters made between two words about the progress. */
const STRIDE = 10;

/**
 * Makes a fresh secret and its public key for every delegate. `congressId` is the protocol's electionId; `onProgress`
 * hears how many are made.
 */
export async function makeLetters(
  congressId: string,
  delegates: readonly Delegate[],
  onProgress: (done: number) => void,
): Promise<readonly Letter[]> {
  const electionId = fromBase64url(congressId, 16);
  if (electionId === null) throw new Error('The congress id is not 16 bytes.');
  const platform = await browserPlatform();
  const letters: Letter[] = [];
  for (const delegate of delegates) {
    const secret = makeSecret(platform);
    const { publicKey } = await authKey(platform, secret, electionId);
    letters.push({ delegate, secret, pk: toBase64url(publicKey) });
    if (letters.length % STRIDE === 0) {
      onProgress(letters.length);
      await freeForTheClerk();
    }
  }
  return letters;
}

/** A turn of the page for everything else, so that it never stands still. */
function freeForTheClerk(): Promise<void> {
  return new Promise((done) => setTimeout(done, 0));
}

/** Overwrites the secrets; nothing that was made of them can be printed again. */
export function wipe(batch: LetterBatch): void {
  for (const letter of batch.letters) letter.secret.fill(0);
}
