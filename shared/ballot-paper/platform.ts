import type { Bytes } from './bytes.ts';

/**
 * What differs between a browser and Node. Everything else in this folder is the same code in both.
 * Bytes that come in are never kept or changed. Questions about foreign bytes are answered with false or null,
 * never with an exception.
 */
export type Platform = {
  randomBytes(length: number): Bytes;
  /** Public key (32) of an Ed25519 seed (32). */
  ed25519Public(seed: Uint8Array): Promise<Bytes>;
  /** Signature (64) by an Ed25519 seed (32). Source: RFC 8032, pure Ed25519. */
  ed25519Sign(seed: Uint8Array, message: Uint8Array): Promise<Bytes>;
  /** False for points that `points.ts` refuses; otherwise the equation without cofactor, S below the group's order. */
  ed25519Verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean>;
  /** Prepared for many stamps of one round. Null where n (384 bytes) is no key. */
  stampChecker(modulus: Uint8Array): Promise<StampChecker | null>;
  /** AES-256-GCM: ciphertext with its 16-byte tag. */
  sealAes(key: Uint8Array, iv: Uint8Array, aad: Uint8Array, data: Uint8Array): Promise<Bytes>;
  openAes(key: Uint8Array, iv: Uint8Array, aad: Uint8Array, sealed: Uint8Array): Promise<Bytes | null>;
  /** HPKE base mode, rv1's suite: enc (65) with the ciphertext and its 16-byte tag. Null where the public key (65) is none. */
  sealHpke(publicKey: Uint8Array, info: Uint8Array, aad: Uint8Array, data: Uint8Array): Promise<Bytes | null>;
  /** Prepared for many entries of one box. Null where the private key (32) is none. */
  boxOpener(privateKey: Uint8Array): Promise<BoxOpener | null>;
  /** Whether the bytes are an uncompressed point (65) of P-256. */
  isBoxKey(publicKey: Uint8Array): Promise<boolean>;
};

/** Is this a stamp (384 bytes) on this message? RSASSA-PSS, SHA-384, salt 48, e = 65537. */
export type StampChecker = (message: Uint8Array, stamp: Uint8Array) => Promise<boolean>;

export type BoxOpener = {
  /** 65 bytes, uncompressed. */
  readonly publicKey: Bytes;
  /** The plaintext of enc (65) || ciphertext, or null. */
  open(info: Uint8Array, aad: Uint8Array, sealed: Uint8Array): Promise<Bytes | null>;
};
