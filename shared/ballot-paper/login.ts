import { type Bytes, concat, utf8 } from './bytes.ts';
import { sha256 } from './hash.ts';
import { LABELS } from './labels.ts';

/**
 * What is signed to sign in, delegates and scrutineers alike. `origin` as in the address bar, such as
 * `https://vote.example`: a signature given to one host is worth nothing at another. Nonce 32 bytes.
 */
export function loginMessage(electionId: Uint8Array, origin: string, nonce: Uint8Array): Bytes {
  return concat(LABELS.login, electionId, sha256(utf8(origin)), nonce);
}
