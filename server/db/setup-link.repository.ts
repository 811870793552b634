import type { Handle, Transaction } from './client.ts';

export async function hasRealAccount(db: Handle): Promise<boolean> {
  return (await db.account.count({ where: { congress: { rehearsal: false } } })) > 0;
}

/** A new link; links that nobody used stop working. */
export async function replaceSetupLink(tx: Transaction, tokenHash: string): Promise<void> {
  await tx.setupLink.deleteMany({ where: { usedAt: null } });
  await tx.setupLink.create({ data: { tokenHash } });
}

/** Whether the link can still be used. */
export async function isSetupLink(db: Handle, tokenHash: string): Promise<boolean> {
  return (await db.setupLink.count({ where: { tokenHash, usedAt: null } })) === 1;
}

/** Uses the link up in one statement: true once. */
export async function takeSetupLink(tx: Transaction, tokenHash: string): Promise<boolean> {
  const { count } = await tx.setupLink.updateMany({ where: { tokenHash, usedAt: null }, data: { usedAt: new Date() } });
  return count === 1;
}
