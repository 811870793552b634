import type { Bytes } from './bytes.ts';

/** Ed25519 by one library. Points are checked before `verify` is asked. Seeds and keys 32 bytes, signatures 64. */
export type Ed25519 = {
  publicKey(seed: Uint8Array): Promise<Bytes>;
  sign(seed: Uint8Array, message: Uint8Array): Promise<Bytes>;
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean>;
};

/** PKCS #8 of an Ed25519 seed: these 16 bytes, then the seed. Source: RFC 8410 section 7. */
export const SEED_PREFIX = Uint8Array.from([
  0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
]);
