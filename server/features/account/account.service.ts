import type { z } from 'zod';
import type { addAccount as addEndpoint, AccountView, changeAccount as changeEndpoint } from '#shared/contract/account.ts';
import { checkTallyClerk } from '#shared/domain/certification.ts';
import { isSameName } from '#shared/domain/person-name.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import { actorName } from '../../caller.ts';
import type { SignedInCaller } from '../../caller.ts';
import { changeAccount as writeAccount, createAccount, endSessions, readAccounts } from '../../db/account.repository.ts';
import type { AccountRecord } from '../../db/account.repository.ts';
import { writeAudit } from '../../db/audit.repository.ts';
import { transact } from '../../db/client.ts';
import type { Database, Handle } from '../../db/client.ts';
import { readScrutineers } from '../../db/scrutineer.repository.ts';
import { hashPassword } from '../../password.ts';
import { lockCongressOf } from '../../preparation.ts';

export async function listAccounts(db: Handle, congressId: string): Promise<AccountView[]> {
  return (await readAccounts(db, congressId)).map(accountView);
}

/** Refuses name-taken (one that reads alike too), and clerk-is-scrutineer for a clerk who carries a scrutineer's name. */
export async function addAccount(
  db: Database,
  caller: SignedInCaller,
  { name, password, role }: z.infer<typeof addEndpoint.body>,
): Promise<{ ok: true; value: AccountView } | Refusal> {
  const passwordHash = await hashPassword(password);
  const { congressId } = caller;
  return transact(db, async (tx) => {
    const locked = await lockCongressOf(tx, congressId);
    if (!locked.ok) return locked;
    if ((await readAccounts(tx, congressId)).some((account) => isSameName(account.name, name))) return refuse('name-taken', { field: 'name' });
    const scrutineers = (await readScrutineers(tx, congressId)).map((scrutineer) => scrutineer.name);
    const apart = checkTallyClerk(name, scrutineers);
    if (role === 'clerk' && !apart.ok) return apart;
    const created = await createAccount(tx, { congressId, name, role, passwordHash });
    if (!created.ok) return created;
    await writeAudit(tx, { congressId, actor: actorName(caller), act: 'account added', detail: `${role} ${name}` });
    return { ok: true as const, value: accountView(created.account) };
  });
}

/**
 * Closes or reopens an account, or gives it another role; its login sessions end. Refuses account-unknown, last-clerk
 * where nobody would be left who can sign in as clerk, clerk-is-scrutineer.
 */
export async function changeAccount(
  db: Database,
  caller: SignedInCaller,
  accountId: string,
  { role, closed }: z.infer<typeof changeEndpoint.body>,
): Promise<{ ok: true; value: AccountView } | Refusal> {
  return transact(db, async (tx) => {
    const locked = await lockCongressOf(tx, caller.congressId);
    if (!locked.ok) return locked;
    const accounts = await readAccounts(tx, caller.congressId);
    const account = accounts.find(({ id }) => id === accountId);
    if (account === undefined) return refuse('account-unknown');
    const next = { ...account, role: role ?? account.role, closedAt: closedAt(account, closed) };
    const clerks = accounts.map((one) => (one.id === accountId ? next : one)).filter((one) => one.role === 'clerk' && one.closedAt === null);
    if (clerks.length === 0) return refuse('last-clerk');
    const scrutineers = (await readScrutineers(tx, caller.congressId)).map(({ name }) => name);
    const apart = checkTallyClerk(next.name, scrutineers);
    // Whoever carries both all the same, from an older version, can be closed.
    if (next.role === 'clerk' && next.closedAt === null && !apart.ok) return { ...apart, field: 'role' };
    await writeAccount(tx, accountId, { role: next.role, closedAt: next.closedAt });
    const ended = await endSessions(tx, accountId);
    const detail = `${account.name}: ${next.role}${next.closedAt === null ? '' : ', closed'}`;
    await writeAudit(tx, { congressId: caller.congressId, actor: actorName(caller), act: 'account changed', detail });
    return { ok: true as const, value: accountView(ended) };
  });
}

function closedAt(account: AccountRecord, closed: boolean | undefined): Date | null {
  if (closed === undefined) return account.closedAt;
  return closed ? (account.closedAt ?? new Date()) : null;
}

export function accountView({ id, name, role, createdAt, closedAt: closed, totpSince }: AccountRecord): AccountView {
  return { id, name, role, createdAt: createdAt.toISOString(), closed: closed !== null, secondFactor: totpSince !== null };
}
