import { p256 } from '@noble/curves/nist.js';
import type { Bytes } from './bytes.ts';

/** The public key (65 bytes) of a box private key (32 bytes), for a browser that cannot tell. Loaded only there. */
export function publicBoxKey(privateKey: Uint8Array): Bytes {
  return new Uint8Array(p256.getPublicKey(new Uint8Array(privateKey), false));
}
