import { createHash, randomBytes } from 'node:crypto';

/** A secret shown once: 24 random bytes, base64url. Only its hash is kept. */
export function newOneTimeToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(24).toString('base64url');
  return { token, hash: oneTimeHash(token) };
}

/** Hex SHA-256. A token of 192 random bits needs no slow hash. */
export function oneTimeHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
