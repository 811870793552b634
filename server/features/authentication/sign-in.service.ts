import type { z } from 'zod';
import type { challenge as challengeEndpoint, signInAccount } from '#shared/contract/account.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { Claims, SignedInCaller } from '../../caller.ts';
import { findAccount, readAccount, takeTotpStep } from '../../db/account.repository.ts';
import type { AccountRecord } from '../../db/account.repository.ts';
import type { Database } from '../../db/client.ts';
import { keepNonce, newNonce } from '../../db/auth-nonce.repository.ts';
import { findLetterHolder, hasValidLetter } from '../../db/letter.repository.ts';
import { findScrutineer, findScrutineerByKey } from '../../db/scrutineer.repository.ts';
import { scrutineerClaims } from '../../scrutineer-claims.ts';
import type { Deps } from '../../deps.ts';
import { isPassword } from '../../password.ts';
import { codeStep } from '../../second-factor.ts';
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

/**
 * Refuses bad-password (an unknown name or a closed account too, in the same time), second-factor-needed,
 * bad-second-factor, too-many-attempts.
 */
export async function signInWithPassword(
  deps: Deps,
  attempts: Attempts,
  { congressId, name, password, code }: z.infer<typeof signInAccount.body>,
  address: string,
): Promise<SignInResult> {
  const found = await findAccount(deps.db, congressId, name);
  const account = found?.closedAt === null ? found : null;
  const result = await attempts.try(JSON.stringify([congressId, name, address]), () =>
    isPassword(account?.passwordHash ?? null, password),
  );
  if (result === 'too-many') return refuse('too-many-attempts');
  if (result === 'wrong' || account === null) return refuse('bad-password');
  const second = await checkSecondFactor(deps, attempts, account, code, address);
  if (second !== null) return second;
  const { id: sub, role, generation } = account;
  return { ok: true, claims: { sub, role, congressId, name: account.name, number: null, generation } };
}

/** Codes have a line of tries of their own: a right password must not clear the count of wrong codes. */
async function checkSecondFactor(
  { db, keys }: Deps,
  attempts: Attempts,
  account: AccountRecord,
  code: string | undefined,
  address: string,
): Promise<Refusal | null> {
  if (account.totpSince === null) return null;
  if (code === undefined) return refuse('second-factor-needed', { field: 'code' });
  const result = await attempts.try(JSON.stringify(['code', account.id, address]), async () => {
    const step = await codeStep(keys, account.id, code);
    return step !== null && (await takeTotpStep(db, account.id, step));
  });
  if (result === 'too-many') return refuse('too-many-attempts');
  return result === 'right' ? null : refuse('bad-second-factor', { field: 'code' });
}

/** The same person again, as long as letter, place on the list or account still stand. Refuses credential-revoked, not-signed-in. */
export async function renewSession({ db }: Deps, caller: SignedInCaller): Promise<SignInResult> {
  const { id, ...rest } = caller;
  const same: SignInResult = { ok: true, claims: { sub: id, ...rest } };
  if (caller.role === 'delegate') return (await hasValidLetter(db, id)) ? same : refuse('credential-revoked');
  if (caller.role !== 'scrutineer') return renewAccount(db, caller);
  const scrutineer = await findScrutineer(db, caller.congressId, id);
  return scrutineer === null ? refuse('not-signed-in') : { ok: true, claims: scrutineerClaims(scrutineer, caller.congressId) };
}

async function renewAccount(db: Database, { id: sub, ...caller }: SignedInCaller): Promise<SignInResult> {
  const account = await readAccount(db, caller.congressId, sub);
  if (account === null || account.closedAt !== null) return refuse('not-signed-in');
  return { ok: true, claims: { sub, ...caller, generation: account.generation } };
}
