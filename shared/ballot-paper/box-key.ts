import { expand, extract } from '@noble/hashes/hkdf.js';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { type Bytes, byte, concat, utf8 } from './bytes.ts';
import { toInteger } from './integer.ts';

/** The suite of rv1's HPKE: base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. Source: RFC 9180 section 7. */
export const KEM_SUITE = concat(utf8('KEM'), Uint8Array.of(0x00, 0x10));
export const HPKE_SUITE = concat(utf8('HPKE'), Uint8Array.of(0x00, 0x10, 0x00, 0x01, 0x00, 0x02));

/** Bytes of a box key in public (uncompressed point) and private form, and of what HPKE adds to a plaintext's tag. */
export const BOX_KEY_LENGTH = 65;
export const BOX_PRIVATE_KEY_LENGTH = 32;
export const TAG_LENGTH = 16;

const VERSION = utf8('HPKE-v1');
const ORDER_OF_P256 = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** HPKE's own labels, encoded once: opening a box needs them thousands of times. */
export const HPKE_LABELS = {
  dkpPrk: utf8('dkp_prk'),
  candidate: utf8('candidate'),
  eaePrk: utf8('eae_prk'),
  sharedSecret: utf8('shared_secret'),
  pskIdHash: utf8('psk_id_hash'),
  infoHash: utf8('info_hash'),
  secret: utf8('secret'),
  key: utf8('key'),
  baseNonce: utf8('base_nonce'),
} as const;

/** The input of LabeledExtract. Source: RFC 9180 section 4. */
export function labeledInput(suite: Uint8Array, label: Uint8Array, input: Uint8Array): Bytes {
  return concat(VERSION, suite, label, input);
}

/** The info of LabeledExpand to `length` bytes. Source: RFC 9180 section 4. */
export function labeledInfo(suite: Uint8Array, label: Uint8Array, info: Uint8Array, length: number): Bytes {
  return concat(byte(length >> 8), byte(length & 255), VERSION, suite, label, info);
}

/** The private key (32 bytes) of HPKE's DeriveKeyPair. Source: RFC 9180 section 7.1.3. */
export function deriveBoxPrivateKey(seed: Uint8Array): Bytes {
  const secret = extract(nobleSha256, labeledInput(KEM_SUITE, HPKE_LABELS.dkpPrk, seed), new Uint8Array());
  for (let counter = 0; counter < 256; counter += 1) {
    const info = labeledInfo(KEM_SUITE, HPKE_LABELS.candidate, byte(counter), BOX_PRIVATE_KEY_LENGTH);
    const candidate = new Uint8Array(expand(nobleSha256, secret, info, BOX_PRIVATE_KEY_LENGTH));
    if (isPrivateKey(candidate)) return candidate;
  }
  throw new Error('No box key in 256 tries, which has no chance of happening.');
}

/** A scalar of P-256: 32 bytes, 1 to the order - 1. */
export function isPrivateKey(bytes: Uint8Array): boolean {
  if (bytes.length !== BOX_PRIVATE_KEY_LENGTH) return false;
  const scalar = toInteger(bytes);
  return scalar > 0n && scalar < ORDER_OF_P256;
}

/** Only the uncompressed form counts: some libraries would take others. */
export function hasBoxKeyForm(publicKey: Uint8Array): boolean {
  return publicKey.length === BOX_KEY_LENGTH && publicKey[0] === 4;
}
