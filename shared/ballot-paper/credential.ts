import { type Bytes, concat } from './bytes.ts';
import { hkdf } from './hash.ts';
import { LABELS } from './labels.ts';
import type { Platform } from './platform.ts';

/** An Ed25519 key in hand: seed and public key, 32 bytes each. */
export type SignKey = { readonly seed: Bytes; readonly publicKey: Bytes };

export async function signKeyOf(platform: Platform, seed: Bytes): Promise<SignKey> {
  return { seed, publicKey: await platform.ed25519Public(seed) };
}

/** skA, pkA: with which a delegate signs in and asks for papers. S 16 bytes, electionId 16 bytes. */
export function authKey(platform: Platform, secret: Uint8Array, electionId: Uint8Array): Promise<SignKey> {
  return signKeyOf(platform, hkdf(secret, electionId, LABELS.auth, 32));
}

/** kC, 32 bytes: seals the paper seed of one round. S 16 bytes, electionId 16 bytes, MH 32 bytes. */
export function capsuleKey(secret: Uint8Array, electionId: Uint8Array, manifestHash: Uint8Array): Bytes {
  return hkdf(secret, electionId, concat(LABELS.capsule, manifestHash), 32);
}
