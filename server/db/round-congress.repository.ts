import type { adoption as adoptionSchema } from '#shared/contract/congress.ts';
import type { CongressState } from '#shared/domain/congress.ts';
import type { z } from 'zod';
import type { Handle, Transaction } from './client.ts';

export async function countSummoned(db: Handle, congressId: string): Promise<number> {
  return db.delegate.count({ where: { congressId } });
}

/** The adoptions that stand, as the hall screen shows them. */
export async function readStandingAdoptions(db: Handle, congressId: string): Promise<z.infer<typeof adoptionSchema>[]> {
  const rows = await db.adoption.findMany({ where: { congressId, carried: true, supersededAt: null }, orderBy: { adoptedAt: 'asc' } });
  return rows.map((row) => ({ ...row, adoptedAt: row.adoptedAt.toISOString() }));
}

export async function readPublishedAt(db: Handle, congressId: string): Promise<Date | null> {
  const row = await db.congress.findUnique({ where: { id: congressId }, select: { publishedAt: true } });
  return row?.publishedAt ?? null;
}

export async function setDecided(tx: Transaction, congressId: string, state: CongressState): Promise<void> {
  await tx.congress.update({ where: { id: congressId }, data: { state, decidedAt: new Date() } });
}

/** The two lists that the final outcome makes. */
export async function setStandings(tx: Transaction, congressId: string, lists: { selected: readonly number[]; keyWork: readonly number[] }): Promise<void> {
  await tx.project.updateMany({ where: { congressId, number: { in: [...lists.selected] } }, data: { standing: 'selected' } });
  await tx.project.updateMany({ where: { congressId, number: { in: [...lists.keyWork] } }, data: { standing: 'key_work' } });
}
