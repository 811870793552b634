import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { Handle, Transaction } from './client.ts';
import { violatedConstraint } from './failure.ts';

export type AccountRecord = {
  readonly id: string;
  readonly congressId: string;
  readonly name: string;
  readonly role: 'clerk' | 'office';
  readonly passwordHash: string;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
  readonly generation: number;
  readonly totpSince: Date | null;
};
export type NewAccount = Pick<AccountRecord, 'congressId' | 'name' | 'role' | 'passwordHash'>;

export async function readAccounts(db: Handle, congressId: string): Promise<readonly AccountRecord[]> {
  return db.account.findMany({ where: { congressId }, orderBy: { createdAt: 'asc' } });
}

/** Names of the clerks' accounts, closed ones too: what such a clerk did stands in the record. */
export async function readClerkNames(db: Handle, congressId: string): Promise<readonly string[]> {
  return (await db.account.findMany({ where: { congressId, role: 'clerk' }, select: { name: true } })).map(({ name }) => name);
}

export async function findAccount(db: Handle, congressId: string, name: string): Promise<AccountRecord | null> {
  return db.account.findUnique({ where: { congressId_name: { congressId, name } } });
}

/** Open accounts of this name in every congress. */
export async function findAccountsByName(db: Handle, name: string) {
  return db.account.findMany({
    where: { name, closedAt: null },
    orderBy: { createdAt: 'asc' },
    select: { id: true, congressId: true, congress: { select: { title: true } } },
  });
}

export async function readAccount(db: Handle, congressId: string, id: string): Promise<AccountRecord | null> {
  return db.account.findUnique({ where: { id, congressId } });
}

/**
 * Accounts can be closed and their sessions ended. A delegate's and a scrutineer's ends when they are struck off, or with
 * the congress; letter and place are asked for at renewal and at each act.
 */
export async function isLiveSession(db: Handle, who: { sub: string; role: string; congressId: string; generation: number }): Promise<boolean> {
  const { sub: id, role, congressId, generation } = who;
  if (role === 'delegate') return (await db.delegate.count({ where: { id, congressId } })) === 1;
  if (role === 'scrutineer') return (await db.scrutineer.count({ where: { id, congressId } })) === 1;
  if (role !== 'clerk' && role !== 'office') return false;
  return (await db.account.count({ where: { id, role, congressId, generation, closedAt: null } })) === 1;
}

export type AccountChange = {
  readonly role?: 'clerk' | 'office';
  readonly closedAt?: Date | null;
  readonly passwordHash?: string;
  readonly totpSince?: Date | null;
  readonly totpStep?: number | null;
};

export async function changeAccount(tx: Transaction, id: string, change: AccountChange): Promise<AccountRecord> {
  return tx.account.update({ where: { id }, data: change });
}

/** Tokens given so far are worth nothing from now on. */
export async function endSessions(tx: Transaction, id: string): Promise<AccountRecord> {
  return tx.account.update({ where: { id }, data: { generation: { increment: 1 } } });
}

/** Takes a code's time step once: false where it, or a later one, was taken before. */
export async function takeTotpStep(db: Handle, id: string, step: number): Promise<boolean> {
  const { count } = await db.account.updateMany({ where: { id, OR: [{ totpStep: null }, { totpStep: { lt: step } }] }, data: { totpStep: step } });
  return count === 1;
}

/** Refuses name-taken. */
export async function createAccount(tx: Transaction, account: NewAccount): Promise<{ ok: true; account: AccountRecord } | Refusal> {
  try {
    return { ok: true, account: await tx.account.create({ data: account }) };
  } catch (error) {
    if (violatedConstraint(error) === 'account_congress_id_name_key') return refuse('name-taken', { field: 'name' });
    throw error;
  }
}
