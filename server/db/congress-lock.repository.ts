import type { Transaction } from './client.ts';

/**
 * Takes the congress's row for the rest of the transaction: acts of one congress that change its state
 * happen one after the other, so two clerks who press at once get one act and one refusal.
 */
export async function lockCongress(tx: Transaction, congressId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM congress WHERE id = ${congressId} FOR UPDATE`;
  return rows.length === 1;
}
