import type { Stay } from '#shared/domain/attendance.ts';
import type { Handle } from './client.ts';

/** When the hall began to vote: the first opening of a round that was not taken back; null before. */
export async function readVotingBegan(db: Handle, congressId: string): Promise<Date | null> {
  const { _min } = await db.round.aggregate({ where: { congressId }, _min: { openedAt: true } });
  return _min.openedAt;
}

/** Every stay in the hall of a congress; marks taken back are none. */
export async function readStays(db: Handle, congressId: string): Promise<readonly Stay[]> {
  const rows = await db.checkIn.findMany({
    where: { congressId, undoneAt: null },
    select: { delegateId: true, checkedInAt: true, checkedOutAt: true },
  });
  return rows.map((row) => ({
    delegate: row.delegateId,
    since: row.checkedInAt.getTime(),
    until: row.checkedOutAt?.getTime() ?? null,
  }));
}
