import type { z } from 'zod';
import type { AccountView, changePassword as changeEndpoint } from '#shared/contract/account.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { AuditAct } from '#shared/document/audit-acts.ts';
import { actorName } from '../../caller.ts';
import type { Claims, SignedInCaller } from '../../caller.ts';
import { changeAccount, endSessions, readAccount, takeTotpStep } from '../../db/account.repository.ts';
import { writeAudit } from '../../db/audit.repository.ts';
import { transact } from '../../db/client.ts';
import type { Database, Transaction } from '../../db/client.ts';
import type { Deps } from '../../deps.ts';
import { hashPassword, isPassword } from '../../password.ts';
import { codeStep, confirmOffer, dropSecret, offerSecret } from '../../second-factor.ts';
import type { Offer } from '../../second-factor.ts';
import { accountView } from './account.service.ts';

type Shown = { readonly ok: true; readonly value: AccountView };

/** Refuses account-unknown. */
export async function readMine(db: Database, caller: SignedInCaller): Promise<Shown | Refusal> {
  const account = await readAccount(db, caller.congressId, caller.id);
  return account === null ? refuse('account-unknown') : { ok: true, value: accountView(account) };
}

/** Another password; every other login session ends, this one goes on with a new token. Refuses bad-password. */
export async function changePassword(
  db: Database,
  caller: SignedInCaller,
  { password, newPassword }: z.infer<typeof changeEndpoint.body>,
): Promise<{ ok: true; claims: Claims } | Refusal> {
  const account = await readAccount(db, caller.congressId, caller.id);
  if (account === null || !(await isPassword(account.passwordHash, password))) return refuse('bad-password', { field: 'password' });
  const passwordHash = await hashPassword(newPassword);
  return transact(db, async (tx) => {
    await changeAccount(tx, caller.id, { passwordHash });
    const { generation } = await endSessions(tx, caller.id);
    await audit(tx, caller, 'password changed');
    const { id: sub, role, congressId, name, number } = caller;
    return { ok: true as const, claims: { sub, role, congressId, name, number, generation } };
  });
}

/** Every token of the account is worth nothing from now on, the caller's too. */
export async function signOutEverywhere(db: Database, caller: SignedInCaller): Promise<{ ok: true; value: { ok: true } } | Refusal> {
  return transact(db, async (tx) => {
    await endSessions(tx, caller.id);
    await audit(tx, caller, 'signed out everywhere');
    return { ok: true as const, value: { ok: true as const } };
  });
}

/**
 * A secret to scan; nothing is asked for before a code of it is confirmed. Refuses second-factor-set: a login session
 * that somebody left open must not change the authenticator.
 */
export async function offerSecondFactor({ db, keys }: Deps, caller: SignedInCaller): Promise<{ ok: true; value: Offer } | Refusal> {
  const account = await readAccount(db, caller.congressId, caller.id);
  if (account === null || account.totpSince !== null) return refuse('second-factor-set');
  return { ok: true, value: await offerSecret(keys, caller.id, caller.name) };
}

/** From now on signing in asks for a code. Refuses bad-second-factor. */
export async function confirmSecondFactor({ db, keys }: Deps, caller: SignedInCaller, code: string): Promise<Shown | Refusal> {
  const step = await confirmOffer(keys, caller.id, code);
  if (step === null) return refuse('bad-second-factor', { field: 'code' });
  return transact(db, async (tx) => {
    const account = await changeAccount(tx, caller.id, { totpSince: new Date(), totpStep: step });
    await audit(tx, caller, 'second factor set up');
    return { ok: true as const, value: accountView(account) };
  });
}

/** By password alone again. Refuses bad-second-factor. */
export async function dropSecondFactor({ db, keys }: Deps, caller: SignedInCaller, code: string): Promise<Shown | Refusal> {
  const step = await codeStep(keys, caller.id, code);
  const done = await transact(db, async (tx) => {
    if (step === null || !(await takeTotpStep(tx, caller.id, step))) return refuse('bad-second-factor', { field: 'code' });
    const account = await changeAccount(tx, caller.id, { totpSince: null, totpStep: null });
    await audit(tx, caller, 'second factor dropped');
    return { ok: true as const, value: accountView(account) };
  });
  if (done.ok) await dropSecret(keys, caller.id);
  return done;
}

function audit(tx: Transaction, caller: SignedInCaller, act: AuditAct): Promise<void> {
  return writeAudit(tx, { congressId: caller.congressId, actor: actorName(caller), act, detail: caller.name });
}
