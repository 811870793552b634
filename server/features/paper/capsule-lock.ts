import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const IV = 12;
const TAG = 16;

/**
 * A delegate's capsule (60 bytes) under the round's capsule key, which lies outside the database: iv (12),
 * ciphertext, tag (16). A dump of the database and a letter together open nothing.
 */
export function lockCapsule(key: Buffer, capsule: Uint8Array, capsuleHash: Uint8Array): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(capsuleHash);
  return Uint8Array.from(Buffer.concat([iv, cipher.update(capsule), cipher.final(), cipher.getAuthTag()]));
}

/** The capsule as the delegate made it. Throws where it was not locked under this key. */
export function unlockCapsule(key: Buffer, locked: Uint8Array, capsuleHash: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, locked.subarray(0, IV))
    .setAAD(capsuleHash)
    .setAuthTag(locked.subarray(-TAG));
  return Buffer.concat([decipher.update(locked.subarray(IV, -TAG)), decipher.final()]);
}
