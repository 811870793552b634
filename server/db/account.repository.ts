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
};
export type NewAccount = Pick<AccountRecord, 'congressId' | 'name' | 'role' | 'passwordHash'>;

export async function readAccounts(db: Handle, congressId: string): Promise<readonly AccountRecord[]> {
  return db.account.findMany({ where: { congressId }, orderBy: { createdAt: 'asc' } });
}

export async function findAccount(db: Handle, congressId: string, name: string): Promise<AccountRecord | null> {
  return db.account.findUnique({ where: { congressId_name: { congressId, name } } });
}

export async function isAccount(db: Handle, congressId: string, id: string): Promise<boolean> {
  return (await db.account.count({ where: { id, congressId } })) === 1;
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
