import type { z } from 'zod';
import type { challenge as challengeEndpoint, signInAccount } from '#shared/contract/account.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { Claims, SignedInCaller } from '../../caller.ts';
import { findAccount, isAccount } from '../../db/account.repository.ts';
import { keepNonce, newNonce } from '../../db/auth-nonce.repository.ts';
import { findLetterHolder, hasValidLetter } from '../../db/letter.repository.ts';
import { findScrutineer, findScrutineerByKey } from '../../db/scrutineer.repository.ts';
import { scrutineerClaims } from '../../scrutineer-claims.ts';
import type { Deps } from '../../deps.ts';
import { isPassword } from '../../password.ts';
import type { Attempts } from './attempts.ts';
import { checkProof, readKey, readProof } from './proof.ts';
import type { SignInBody } from './proof.ts';

export type SignInResult = { readonly ok: true; readonly claims: Claims } | Refusal;
type Challenge = z.infer<typeof challengeEndpoint.response>;

/** A nonce for a key that is known here; any other key gets one that nothing remembers, so nobody can fill the table. */
export async function challenge({ db }: Deps, body: { pk: string }): Promise<{ ok: true; value: Challenge } | Refusal> {
  const key = readKey(body.pk);
  if (!key.ok) return key;
  const nonce = newNonce();
  const known = (await findLetterHolder(db, key.pk)) ?? (await findScrutineerByKey(db, key.pk));
  if (known !== null) await keepNonce(db, nonce, key.pk);
  return { ok: true, value: { nonce: nonce.nonce, expiresAt: nonce.expiresAt.toISOString() } };
}

/** Refuses bad-format, unknown-key, letter-of-another-congress, bad-signature, nonce-used, credential-revoked. */
export async function signInWithLetter(deps: Deps, body: SignInBody): Promise<SignInResult> {
  const proof = readProof(body);
  if (!proof.ok) return proof;
  const holder = await findLetterHolder(deps.db, proof.pk);
  if (holder === null) return refuse('unknown-key');
  if (holder.congressId !== proof.congressId) return refuse('letter-of-another-congress');
  const proved = await checkProof(deps, proof);
  if (!proved.ok) return proved;
  if (holder.revoked) return refuse('credential-revoked');
  const { delegateId, congressId, name, number } = holder;
  return { ok: true, claims: { sub: delegateId, role: 'delegate', congressId, name, number } };
}

/** Refuses bad-format, unknown-key, letter-of-another-congress, bad-signature, nonce-used. */
export async function signInWithSheet(deps: Deps, body: SignInBody): Promise<SignInResult> {
  const proof = readProof(body);
  if (!proof.ok) return proof;
  const found = await findScrutineerByKey(deps.db, proof.pk);
  if (found === null) return refuse('unknown-key');
  if (found.congressId !== proof.congressId) return refuse('letter-of-another-congress');
  const proved = await checkProof(deps, proof);
  return proved.ok ? { ok: true, claims: scrutineerClaims(found, found.congressId) } : proved;
}

/** Refuses bad-password (an unknown name too, in the same time), too-many-attempts. */
export async function signInWithPassword(
  { db }: Deps,
  attempts: Attempts,
  { congressId, name, password }: z.infer<typeof signInAccount.body>,
  address: string,
): Promise<SignInResult> {
  const account = await findAccount(db, congressId, name);
  const result = await attempts.try(JSON.stringify([congressId, name, address]), () =>
    isPassword(account?.passwordHash ?? null, password),
  );
  if (result === 'too-many') return refuse('too-many-attempts');
  if (result === 'wrong' || account === null) return refuse('bad-password');
  return { ok: true, claims: { sub: account.id, role: account.role, congressId, name: account.name, number: null } };
}

/** The same person again, as long as letter, place on the list or account still stand. Refuses credential-revoked, not-signed-in. */
export async function renewSession({ db }: Deps, caller: SignedInCaller): Promise<SignInResult> {
  const { id, ...rest } = caller;
  const same: SignInResult = { ok: true, claims: { sub: id, ...rest } };
  if (caller.role === 'delegate') return (await hasValidLetter(db, id)) ? same : refuse('credential-revoked');
  if (caller.role !== 'scrutineer') return (await isAccount(db, caller.congressId, id)) ? same : refuse('not-signed-in');
  const scrutineer = await findScrutineer(db, caller.congressId, id);
  return scrutineer === null ? refuse('not-signed-in') : { ok: true, claims: scrutineerClaims(scrutineer, caller.congressId) };
}
