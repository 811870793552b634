import { KEEPING_ACTS } from '#shared/document/audit-acts.ts';
import type { RoundState } from '#shared/domain/round.ts';
import type { Handle, Transaction } from './client.ts';

export type ArchiveTaken = { readonly takenAt: Date; readonly takenBy: string; readonly sha256: string; readonly size: number };
export type DeletionRequest = { readonly accountId: string; readonly askedBy: string; readonly reason: string; readonly askedAt: Date };

export type Kept = {
  readonly retentionMonths: number;
  readonly publishedAt: Date | null;
  /** The last act of the meeting; acts on accounts and on the keeping itself are none. */
  readonly lastActAt: Date;
  /** A paper was drawn or handed out, or a round was counted by hand. */
  readonly voted: boolean;
  readonly rounds: readonly RoundState[];
  /** Taken last. */
  readonly archive: ArchiveTaken | null;
  readonly deletion: DeletionRequest | null;
};

/** Of a congress that exists; null otherwise. */
export async function readKept(db: Handle, congressId: string): Promise<Kept | null> {
  const row = await db.congress.findUnique({
    where: { id: congressId },
    select: {
      retentionMonths: true, publishedAt: true, createdAt: true, archives: { orderBy: { takenAt: 'desc' }, take: 1 }, deletionRequest: true,
      rounds: { select: { state: true, handCount: true } },
    },
  });
  if (row === null) return null;
  const { retentionMonths, publishedAt, createdAt, archives, deletionRequest, rounds } = row;
  const issued = await db.paperIssue.count({ where: { entry: { round: { congressId } } } });
  return {
    retentionMonths, publishedAt,
    lastActAt: (await lastActAt(db, congressId)) ?? createdAt,
    voted: issued > 0 || rounds.some(({ handCount }) => handCount !== null),
    rounds: rounds.map(({ state }) => state),
    archive: archives[0] ?? null,
    deletion: deletionRequest,
  };
}

async function lastActAt(db: Handle, congressId: string): Promise<Date | null> {
  const { _max } = await db.auditEntry.aggregate({ where: { congressId, act: { notIn: [...KEEPING_ACTS] } }, _max: { at: true } });
  return _max.at;
}

export async function writeRetention(tx: Transaction, congressId: string, retentionMonths: number): Promise<void> {
  await tx.congress.update({ where: { id: congressId }, data: { retentionMonths } });
}

/** Nothing where the congress has gone while its archive was on the way. */
export async function addArchiveTaken(db: Handle, congressId: string, taken: Omit<ArchiveTaken, 'takenAt'>): Promise<void> {
  if ((await db.congress.findUnique({ where: { id: congressId }, select: { id: true } })) === null) return;
  await db.archiveTaken.create({ data: { congressId, ...taken } });
}

/** False where somebody asked before. */
export async function addDeletionRequest(tx: Transaction, congressId: string, request: Omit<DeletionRequest, 'askedAt'>): Promise<boolean> {
  const { count } = await tx.deletionRequest.createMany({ data: { congressId, ...request }, skipDuplicates: true });
  return count === 1;
}

/** False where nobody had asked. */
export async function dropDeletionRequest(tx: Transaction, congressId: string): Promise<boolean> {
  const { count } = await tx.deletionRequest.deleteMany({ where: { congressId } });
  return count === 1;
}
