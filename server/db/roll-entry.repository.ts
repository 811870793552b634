import type { Handle, Transaction } from './client.ts';

/** The valid letter of everyone on the roll; pk is null for a delegate without one. */
export async function readRollKeys(db: Handle, congressId: string) {
  const rows = await db.delegate.findMany({
    where: { congressId },
    select: { id: true, letters: { where: { revokedAt: null }, select: { pk: true } } },
  });
  return rows.map((row) => ({ delegateId: row.id, pk: row.letters[0]?.pk ?? null }));
}

export type NewRollEntry = { readonly no: number; readonly delegateId: string; readonly pk: Uint8Array<ArrayBuffer> };

export async function addRollEntries(tx: Transaction, roundId: string, entries: readonly NewRollEntry[]): Promise<void> {
  await tx.rollEntry.createMany({ data: entries.map((entry) => ({ ...entry, roundId })) });
}

/** With a discarded manifest; no paper was drawn, so nothing stands on these lines. */
export async function removeRollEntries(tx: Transaction, roundId: string): Promise<void> {
  await tx.rollEntry.deleteMany({ where: { roundId } });
}

/** The lines of a round's roll by ordinal. */
export async function readRollEntries(db: Handle, roundId: string) {
  return db.rollEntry.findMany({
    where: { roundId },
    orderBy: { no: 'asc' },
    select: { no: true, pk: true, delegateId: true, present: true, delegate: { select: { number: true, name: true } } },
  });
}

/** Settles at the close who was present. */
export async function setAttendance(tx: Transaction, roundId: string, present: ReadonlySet<string>): Promise<void> {
  await tx.rollEntry.updateMany({ where: { roundId, delegateId: { in: [...present] } }, data: { present: true } });
  await tx.rollEntry.updateMany({ where: { roundId, present: null }, data: { present: false } });
}

/** The issue log by ordinal; capsules are not part of it. */
export async function readIssues(db: Handle, roundId: string) {
  return db.paperIssue.findMany({
    where: { roundId },
    orderBy: { no: 'asc' },
    select: { no: true, blindedMessage: true, capsuleHash: true, sig: true },
  });
}

export async function countIssued(db: Handle, roundId: string): Promise<number> {
  return db.paperIssue.count({ where: { roundId } });
}

/** The delegates who drew a paper of the round. */
export async function readDrawn(db: Handle, roundId: string): Promise<ReadonlySet<string>> {
  const rows = await db.rollEntry.findMany({ where: { roundId, issue: { isNot: null } }, select: { delegateId: true } });
  return new Set(rows.map((row) => row.delegateId));
}

/** At the close: what was encrypted for taking a paper up again is gone. */
export async function dropCapsules(tx: Transaction, roundId: string): Promise<void> {
  await tx.paperIssue.updateMany({ where: { roundId, capsule: { not: null } }, data: { capsule: null } });
}

/** Wishes to change the device that wait for approval. */
export async function readReopenings(db: Handle, roundId: string) {
  return db.reopening.findMany({
    where: { roundId, approvedAt: null, declinedAt: null },
    orderBy: { requestedAt: 'asc' },
    select: { id: true, requestedAt: true, entry: { select: { delegate: { select: { number: true, name: true } } } } },
  });
}

export async function countReopened(db: Handle, roundId: string): Promise<number> {
  return db.reopening.count({ where: { roundId, approvedAt: { not: null } } });
}

/** Of the roll of a closed round, how many were present. */
export async function countPresent(db: Handle, roundId: string): Promise<number> {
  return db.rollEntry.count({ where: { roundId, present: true } });
}
