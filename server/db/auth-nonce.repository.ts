import { randomBytes } from 'node:crypto';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import type { Handle } from './client.ts';

const NONCE_SECONDS = 60;
export type Nonce = { readonly nonce: string; readonly expiresAt: Date };

/** 32 random bytes, base64url, that end a minute from now. */
export function newNonce(): Nonce {
  return { nonce: randomBytes(32).toString('base64url'), expiresAt: new Date(Date.now() + NONCE_SECONDS * 1000) };
}

/** Keeps a nonce for this key. Each call removes more than it adds once nonces have expired, so the table stays small. */
export async function keepNonce(db: Handle, { nonce, expiresAt }: Nonce, pk: Bytes): Promise<void> {
  await db.$executeRaw`
    DELETE FROM auth_nonce WHERE nonce IN (
      SELECT nonce FROM auth_nonce WHERE expires_at <= now() LIMIT 100 FOR UPDATE SKIP LOCKED)`;
  await db.authNonce.create({ data: { nonce, pk, expiresAt } });
}

/** Uses a nonce up in one statement: true once, for the key it was made for, until it expires. */
export async function takeNonce(db: Handle, nonce: string, pk: Bytes): Promise<boolean> {
  const taken = await db.$executeRaw`DELETE FROM auth_nonce WHERE nonce = ${nonce} AND pk = ${pk} AND expires_at > now()`;
  return taken === 1;
}
