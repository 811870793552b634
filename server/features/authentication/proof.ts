import type { z } from 'zod';
import { fromBase64url } from '#shared/ballot-paper/base64url.ts';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import { loginMessage } from '#shared/ballot-paper/login.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { checkPoints, isUsablePoint } from '#shared/ballot-paper/points.ts';
import type { signInDelegate } from '#shared/contract/account.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import { takeNonce } from '../../db/auth-nonce.repository.ts';
import type { Deps } from '../../deps.ts';
import { acceptedOrigins } from './origins.ts';

export type SignInBody = z.infer<typeof signInDelegate.body>;
export type Proof = { readonly ok: true; readonly congressId: string; readonly pk: Bytes; readonly nonce: Bytes; readonly sig: Bytes };

/** A public key from the wire. Refuses bad-format: wrong length, left-over bits, or a point that no signature may carry. */
export function readKey(text: string): { readonly ok: true; readonly pk: Bytes } | Refusal {
  const pk = fromBase64url(text, 32);
  return pk === null || !isUsablePoint(pk) ? refuse('bad-format', { field: 'pk' }) : { ok: true, pk };
}

/** The bytes of a sign-in. Refuses bad-format with the field. */
export function readProof(body: SignInBody): Proof | Refusal {
  const pk = fromBase64url(body.pk, 32);
  const nonce = fromBase64url(body.nonce, 32);
  const sig = fromBase64url(body.sig, 64);
  if (pk === null) return refuse('bad-format', { field: 'pk' });
  if (nonce === null) return refuse('bad-format', { field: 'nonce' });
  if (sig === null) return refuse('bad-format', { field: 'sig' });
  const points = checkPoints(pk, sig);
  return points.ok ? { ok: true, congressId: body.congressId, pk, nonce, sig } : points;
}

/** The key's owner signed a fresh nonce for this congress and an origin of ours. Refuses bad-signature, nonce-used. */
export async function checkProof({ config, db }: Deps, { congressId, pk, nonce, sig }: Proof): Promise<{ ok: true } | Refusal> {
  const electionId = Buffer.from(congressId, 'base64url');
  for (const origin of acceptedOrigins(config)) {
    if (!(await NODE_PLATFORM.ed25519Verify(pk, loginMessage(electionId, origin, nonce), sig))) continue;
    const fresh = await takeNonce(db, Buffer.from(nonce).toString('base64url'), pk);
    return fresh ? { ok: true } : refuse('nonce-used');
  }
  return refuse('bad-signature');
}
