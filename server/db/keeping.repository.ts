import type { Handle, Transaction } from './client.ts';

export type ArchiveTaken = { readonly takenAt: Date; readonly takenBy: string; readonly sha256: string; readonly size: number };
export type DeletionRequest = { readonly accountId: string; readonly askedBy: string; readonly reason: string; readonly askedAt: Date };

export type Kept = {
  readonly retentionMonths: number;
  readonly publishedAt: Date | null;
  /** Taken last. */
  readonly archive: ArchiveTaken | null;
  readonly deletion: DeletionRequest | null;
};

/** Of a congress that exists; null otherwise. */
export async function readKept(db: Handle, congressId: string): Promise<Kept | null> {
  const row = await db.congress.findUnique({
    where: { id: congressId },
    select: { retentionMonths: true, publishedAt: true, archives: { orderBy: { takenAt: 'desc' }, take: 1 }, deletionRequest: true },
  });
  if (row === null) return null;
  const { archives, deletionRequest, ...rest } = row;
  return { ...rest, archive: archives[0] ?? null, deletion: deletionRequest };
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
