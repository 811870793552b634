import type { z } from 'zod';
import type { adoption as adoptionSchema } from '#shared/contract/congress.ts';
import type { Handle, Transaction } from './client.ts';

export type Adoption = z.infer<typeof adoptionSchema>;
export type Subject = Adoption['subject'];

export type NewAdoption = Omit<Adoption, 'adoptedAt'> & {
  readonly congressId: string;
  /** The exact text that was voted on. */
  readonly document: string;
};

export async function createAdoption(tx: Transaction, adoption: NewAdoption): Promise<Adoption> {
  const { adoptedAt, ...row } = await tx.adoption.create({ data: adoption, omit: { id: true, supersededAt: true } });
  return { ...row, adoptedAt: adoptedAt.toISOString() };
}

/** The adoptions that stand: carried and not superseded. */
export async function readStandingSubjects(db: Handle, congressId: string): Promise<ReadonlySet<Subject>> {
  const rows = await db.adoption.findMany({ where: { congressId, carried: true, supersededAt: null }, select: { subject: true } });
  return new Set(rows.map((row) => row.subject));
}

/** Adoptions that stand no longer count. */
export async function supersedeAdoptions(tx: Transaction, congressId: string): Promise<void> {
  await tx.adoption.updateMany({ where: { congressId, carried: true, supersededAt: null }, data: { supersededAt: new Date() } });
}
