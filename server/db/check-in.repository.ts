import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { Handle, Transaction } from './client.ts';
import { violatedConstraint } from './failure.ts';

const IN_HALL = { checkedOutAt: null, undoneAt: null };

/** Present (实到): delegates in the hall now. */
export async function countPresent(db: Handle, congressId: string): Promise<number> {
  return db.checkIn.count({ where: { congressId, ...IN_HALL } });
}

/** Begins a stay for each at this instant; leave that was recorded is over. Refuses already-checked-in. */
export async function beginStays(tx: Transaction, congressId: string, delegateIds: readonly string[], checkedInAt: Date): Promise<{ ok: true } | Refusal> {
  try {
    await tx.checkIn.createMany({ data: delegateIds.map((delegateId) => ({ congressId, delegateId, checkedInAt })) });
    await tx.delegate.updateMany({ where: { id: { in: [...delegateIds] }, onLeave: true }, data: { onLeave: false } });
    return { ok: true };
  } catch (error) {
    if (violatedConstraint(error) === 'check_in_once') return refuse('already-checked-in');
    throw error;
  }
}

/** Ends the stay, never before it began, whatever the clocks of two servers say. */
export async function endStay(tx: Transaction, delegateId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE check_in SET checked_out_at = greatest(checked_in_at, ${new Date()})
    WHERE delegate_id = ${delegateId}::uuid AND checked_out_at IS NULL AND undone_at IS NULL`;
}

/** Which of these delegates are in the hall now. */
export async function findInHall(db: Handle, delegateIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.checkIn.findMany({ where: { delegateId: { in: [...delegateIds] }, ...IN_HALL }, select: { delegateId: true } });
  return new Set(rows.map((row) => row.delegateId));
}

/** The marks were made by mistake: they never counted. */
export async function undoStays(tx: Transaction, delegateIds: readonly string[]): Promise<void> {
  await tx.checkIn.updateMany({ where: { delegateId: { in: [...delegateIds] }, ...IN_HALL }, data: { undoneAt: new Date() } });
}
