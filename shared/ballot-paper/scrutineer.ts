import { type Bytes, concat } from './bytes.ts';
import { deriveBoxPrivateKey } from './box-key.ts';
import { type SignKey, signKeyOf } from './credential.ts';
import { toCrockford } from './crockford.ts';
import { hkdf, sha256 } from './hash.ts';
import { LABELS } from './labels.ts';
import type { BoxOpener, Platform } from './platform.ts';

/** The key pair of one round's box with what opens with it. Private key 32 bytes, public key 65 bytes. */
export type BoxKey = { readonly privateKey: Bytes; readonly publicKey: Bytes; readonly opener: BoxOpener };

/** The scrutineer's sign key. T 16 bytes, electionId 16 bytes. */
export function scrutineerSignKey(platform: Platform, root: Uint8Array, electionId: Uint8Array): Promise<SignKey> {
  return signKeyOf(platform, hkdf(root, electionId, LABELS.scrutineer, 32));
}

/** The scrutineer's box key of one round: another round's box stays shut when this one is opened. roundId 16 bytes. */
export async function scrutineerBoxKey(
  platform: Platform,
  root: Uint8Array,
  electionId: Uint8Array,
  roundId: Uint8Array,
): Promise<BoxKey> {
  const seed = hkdf(root, electionId, concat(LABELS.box, roundId), 32);
  const privateKey = deriveBoxPrivateKey(seed);
  const opener = await platform.boxOpener(privateKey);
  if (opener === null) throw new Error('A derived box key is always one.');
  return { privateKey, publicKey: opener.publicKey, opener };
}

/** What the sign key signs to vouch for a box key (65 bytes). */
export function boxKeyMessage(electionId: Uint8Array, roundId: Uint8Array, box: Uint8Array): Bytes {
  return concat(LABELS.boxKey, electionId, roundId, box);
}

/** Whether a box key (65 bytes) is a point of the curve and vouched for by the sign key (32 bytes). */
export async function isBoxKeyOf(
  platform: Platform,
  sign: Uint8Array,
  ids: { readonly electionId: Uint8Array; readonly roundId: Uint8Array },
  key: { readonly box: Uint8Array; readonly sig: Uint8Array },
): Promise<boolean> {
  if (!(await platform.isBoxKey(key.box))) return false;
  return platform.ed25519Verify(sign, boxKeyMessage(ids.electionId, ids.roundId, key.box), key.sig);
}

/** The key code: the first 8 of the 16 Crockford characters of SHA-256(sign key)[0..10], read out at adoption. */
export function keyCode(sign: Uint8Array): string {
  return toCrockford(sha256(sign).subarray(0, 10), 16).slice(0, 8);
}
