import type { Stay } from '#shared/domain/attendance.ts';
import type { Handle } from './client.ts';

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
