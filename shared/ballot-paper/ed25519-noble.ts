import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { concat, equalBytes } from './bytes.ts';
import type { Ed25519 } from './ed25519.ts';

/** Ed25519 for browsers without their own; loaded only there. */
export const NOBLE_ED25519: Ed25519 = {
  publicKey: (seed) => Promise.resolve(new Uint8Array(ed25519.getPublicKey(new Uint8Array(seed)))),
  sign: (seed, message) => Promise.resolve(new Uint8Array(ed25519.sign(new Uint8Array(message), new Uint8Array(seed)))),
  verify: (publicKey, message, signature) => Promise.resolve(verify(publicKey, message, signature)),
};

/**
 * The equation without cofactor, compared as bytes, as OpenSSL and BoringSSL do: the library's own verify
 * multiplies by the cofactor and would take signatures that they refuse. Source: RFC 8032 section 5.1.7.
 */
function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    const { Fn, BASE } = ed25519.Point;
    const key = ed25519.Point.fromBytes(new Uint8Array(publicKey), false);
    const s = littleEndian(signature.subarray(32));
    if (s >= Fn.ORDER) return false;
    const h = Fn.create(littleEndian(sha512(concat(signature.subarray(0, 32), publicKey, message))));
    const r = BASE.multiplyUnsafe(s).subtract(key.multiplyUnsafe(h));
    return equalBytes(r.toBytes(), signature.subarray(0, 32));
  } catch {
    return false;
  }
}

function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, next) => (value << 8n) | BigInt(next), 0n);
}
