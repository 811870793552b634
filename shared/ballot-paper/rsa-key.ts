import { type Bytes, concat } from './bytes.ts';

/** The stamp key is RSA-3072 with e = 65537: a modulus of 384 bytes. */
export const MODULUS_LENGTH = 384;
export const STAMP_LENGTH = 384;
export const PUBLIC_EXPONENT = 65537n;
/** PSS salt, bytes; as long as the hash, SHA-384. */
export const SALT_LENGTH = 48;

/** 384 bytes with the highest bit set, odd: exactly 3072 bits. */
export function isStampModulus(modulus: Uint8Array): boolean {
  const highest = modulus[0] ?? 0;
  const lowest = modulus.at(-1) ?? 0;
  return modulus.length === MODULUS_LENGTH && highest >= 0x80 && lowest % 2 === 1;
}

/** SubjectPublicKeyInfo (DER) of a stamp key, as crypto libraries import it. Source: RFC 8017 appendix A.1.1. */
export function stampKeyInfo(modulus: Uint8Array): Bytes {
  const prefix = Uint8Array.from(
    [0x30, 0x82, 0x01, 0xa2, 0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
      0x03, 0x82, 0x01, 0x8f, 0x00, 0x30, 0x82, 0x01, 0x8a, 0x02, 0x82, 0x01, 0x81, 0x00]);
  return concat(prefix, modulus, Uint8Array.of(0x02, 0x03, 0x01, 0x00, 0x01));
}
