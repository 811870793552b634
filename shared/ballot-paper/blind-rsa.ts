import { sha384 } from '@noble/hashes/sha2.js';
import { type Bytes, byte, concat, zeros } from './bytes.ts';
import { bitLength, fromInteger, inverseOf, powerOf, toInteger } from './integer.ts';

/**
 * The device's half of RFC 9474, RSABSSA-SHA384-PSS-Deterministic: blind a message, and finalize the answer.
 * Salt and blind factor come from the caller, who derives them from the paper seed.
 */
const HASH_LENGTH = 48;

/** RSA public key: n and e. */
export type RsaPublicKey = { readonly n: bigint; readonly e: bigint };

/** z = EM x r^e mod n, as long as n, and what unblinding needs. */
export type Blinded = { readonly blindedMessage: Bytes; readonly encoded: bigint; readonly inverse: bigint };

/** Blinds a message with salt (48 bytes) and factor r, 1 < r < n. Null where r or EM shares a factor with n. Source: RFC 9474 section 4.2. */
export function blind({ n, e }: RsaPublicKey, message: Uint8Array, salt: Uint8Array, r: bigint): Blinded | null {
  const encoded = toInteger(encodePss(message, salt, bitLength(n) - 1));
  const inverse = inverseOf(r, n);
  if (inverse === null || inverseOf(encoded, n) === null) return null;
  const blinded = (encoded * powerOf(r, e, n)) % n;
  return { blindedMessage: fromInteger(blinded, modulusLength(n)), encoded, inverse };
}

/** Takes the factor out again. Null where the answer is no signature on the blinded message. Source: RFC 9474 section 4.4. */
export function finalize({ n, e }: RsaPublicKey, blinded: Blinded, blindSignature: Uint8Array): Bytes | null {
  const answer = toInteger(blindSignature);
  if (blindSignature.length !== modulusLength(n) || answer >= n) return null;
  const signature = (answer * blinded.inverse) % n;
  return powerOf(signature, e, n) === blinded.encoded ? fromInteger(signature, modulusLength(n)) : null;
}

/** EMSA-PSS-ENCODE with SHA-384 and MGF1. Source: RFC 8017 section 9.1.1. */
export function encodePss(message: Uint8Array, salt: Uint8Array, bits: number): Bytes {
  const length = Math.ceil(bits / 8);
  const hash = sha384(concat(zeros(8), sha384(message), salt));
  const block = concat(zeros(length - salt.length - HASH_LENGTH - 2), byte(1), salt);
  const mgf = mask(hash, block.length);
  const masked = block.map((value, index) => value ^ (mgf[index] ?? 0));
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - bits));
  return concat(masked, hash, byte(0xbc));
}

/** MGF1. Source: RFC 8017 appendix B.2.1. */
function mask(seed: Uint8Array, length: number): Bytes {
  const rounds = Math.ceil(length / HASH_LENGTH);
  const parts = Array.from({ length: rounds }, (_, counter) => sha384(concat(seed, fromInteger(BigInt(counter), 4))));
  return concat(...parts).slice(0, length);
}

function modulusLength(n: bigint): number {
  return Math.ceil(bitLength(n) / 8);
}
