import type { Handle, Transaction } from './client.ts';

export type LinkedAccount = {
  readonly id: string;
  readonly congressId: string;
  readonly name: string;
  readonly role: 'clerk' | 'office';
  readonly congress: { readonly title: string };
};

/** A new link for an account; those that nobody used stop working. */
export async function replaceAccountLink(tx: Transaction, accountId: string, tokenHash: string, expiresAt: Date): Promise<void> {
  await tx.accountLink.deleteMany({ where: { accountId, usedAt: null } });
  await tx.accountLink.create({ data: { tokenHash, accountId, expiresAt } });
}

/** The account of a link that can still be used; null for any other. */
export async function findLinkedAccount(db: Handle, tokenHash: string): Promise<LinkedAccount | null> {
  const link = await db.accountLink.findFirst({
    where: { tokenHash, usedAt: null, expiresAt: { gt: new Date() }, account: { closedAt: null } },
    select: { account: { select: { id: true, congressId: true, name: true, role: true, congress: { select: { title: true } } } } },
  });
  return link?.account ?? null;
}

/** Uses the link up in one statement: true once. */
export async function takeAccountLink(tx: Transaction, tokenHash: string): Promise<boolean> {
  const now = new Date();
  const { count } = await tx.accountLink.updateMany({ where: { tokenHash, usedAt: null, expiresAt: { gt: now } }, data: { usedAt: now } });
  return count === 1;
}
