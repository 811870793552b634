import { writeAudit } from './audit.repository.ts';
import { transact } from './client.ts';
import type { Database, Transaction } from './client.ts';

/**
 * Before a backup is taken: an audit line in every congress that is not over, and a mark on every round whose
 * papers can be drawn or cast. Such a copy holds capsules and the keys to them, and must go at the close.
 */
export async function addBackupMarks(db: Database): Promise<void> {
  await transact(db, async (tx) => {
    const congresses = await tx.congress.findMany({
      where: { state: { not: 'published' } },
      orderBy: { id: 'asc' },
      select: { id: true, rounds: { where: { state: { in: ['armed', 'open'] } }, select: { id: true, number: true } } },
    });
    for (const { id: congressId, rounds } of congresses) {
      await tx.roundBackup.createMany({ data: rounds.map(({ id: roundId }) => ({ roundId })) });
      const during = rounds.map(({ number }) => `round ${String(number)} in hand`).join(', ');
      await writeAudit(tx, { congressId, actor: 'terminal', act: 'back up', detail: during === '' ? 'no round in hand' : during });
    }
    return { ok: true };
  });
}

/** After a backup was put back: an audit line in every congress, so that nobody takes the gap for something else. */
export async function addRestoreLines(db: Database, madeAt: string): Promise<void> {
  await transact(db, async (tx) => {
    const congresses = await tx.congress.findMany({ orderBy: { id: 'asc' }, select: { id: true } });
    for (const { id: congressId } of congresses) {
      await writeAudit(tx, { congressId, actor: 'terminal', act: 'restore', detail: `from the backup of ${madeAt}` });
    }
    return { ok: true };
  });
}

/** Copies of the round, made while its papers were out, of which nobody has said that they are gone. */
export async function countBackupsLeft(db: Pick<Transaction, 'roundBackup'>, roundId: string): Promise<number> {
  return db.roundBackup.count({ where: { roundId, goneAt: null } });
}

/** A clerk says that they are gone. Returns how many there were. */
export async function markBackupsGone(tx: Transaction, roundId: string, by: string): Promise<number> {
  const { count } = await tx.roundBackup.updateMany({ where: { roundId, goneAt: null }, data: { goneAt: new Date(), goneBy: by } });
  return count;
}

const TESTED = 'restore on trial';

/** The last line of each congress's audit log: a copy of this installation holds a line that stands in the log here. */
export async function readAuditHeads(db: Database): Promise<readonly AuditHead[]> {
  return db.auditEntry.findMany({ orderBy: [{ congressId: 'asc' }, { sequence: 'desc' }], distinct: ['congressId'], select: { congressId: true, sequence: true, hash: true } });
}

export type AuditHead = { readonly congressId: string; readonly sequence: number; readonly hash: string };

/** After a backup was restored on trial: an audit line in every congress of it that stands here, with the same log. Returns their titles. */
export async function markRestoreTested(db: Database, heads: readonly AuditHead[], madeAt: string): Promise<readonly string[]> {
  const marked: string[] = [];
  await transact(db, async (tx) => {
    for (const { congressId, sequence, hash } of heads) {
      const same = await tx.auditEntry.count({ where: { congressId, sequence, hash } });
      const congress = await tx.congress.findUnique({ where: { id: congressId }, select: { title: true } });
      if (same === 0 || congress === null) continue;
      await writeAudit(tx, { congressId, actor: 'terminal', act: TESTED, detail: `the backup of ${madeAt}` });
      marked.push(congress.title);
    }
    return { ok: true };
  });
  return marked;
}

/** When a backup of this congress was last restored on trial. */
export async function lastRestoreTest(db: Pick<Transaction, 'auditEntry'>, congressId: string): Promise<Date | null> {
  const line = await db.auditEntry.findFirst({ where: { congressId, act: TESTED }, orderBy: { sequence: 'desc' }, select: { at: true } });
  return line?.at ?? null;
}
