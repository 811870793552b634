import { hkdf as nobleHkdf } from '@noble/hashes/hkdf.js';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { type Bytes, concat } from './bytes.ts';

/** SHA-256 of the parts joined, 32 bytes. */
export function sha256(...parts: readonly Uint8Array[]): Bytes {
  const [only, ...others] = parts;
  return new Uint8Array(nobleSha256(only !== undefined && others.length === 0 ? only : concat(...parts)));
}

/** HKDF-SHA256 (RFC 5869), `length` bytes. */
export function hkdf(secret: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Bytes {
  return new Uint8Array(nobleHkdf(nobleSha256, secret, salt, info, length));
}
