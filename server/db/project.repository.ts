import type { z } from 'zod';
import { project as projectSchema } from '#shared/contract/congress.ts';
import type { Project, projectInput } from '#shared/contract/congress.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { Handle, Transaction } from './client.ts';
import { violatedConstraint } from './failure.ts';
import type { Prisma } from './generated/client.ts';

export type ProjectInput = z.infer<typeof projectInput>;
type Kept = { readonly ok: true; readonly project: Project } | Refusal;

/** The candidate projects in official order. */
export async function readProjects(db: Handle, congressId: string): Promise<Project[]> {
  const rows = await db.project.findMany({ where: { congressId }, orderBy: { number: 'asc' } });
  return rows.map(fromRow);
}

export async function createProject(tx: Transaction, congressId: string, input: ProjectInput): Promise<Kept> {
  return refusingTakenNumber(input.number, () => tx.project.create({ data: { congressId, ...toRow(input) } }));
}

export async function createProjects(tx: Transaction, congressId: string, inputs: readonly ProjectInput[]): Promise<void> {
  await tx.project.createMany({ data: inputs.map((input) => ({ congressId, ...toRow(input) })) });
}

/** Null where the congress has no such project. */
export async function findProject(db: Handle, congressId: string, id: string): Promise<Project | null> {
  const row = await db.project.findFirst({ where: { id, congressId } });
  return row === null ? null : fromRow(row);
}

export async function changeProject(tx: Transaction, id: string, input: ProjectInput): Promise<Kept> {
  return refusingTakenNumber(input.number, () => tx.project.update({ where: { id }, data: toRow(input) }));
}

export async function removeProject(tx: Transaction, id: string): Promise<void> {
  await tx.project.delete({ where: { id } });
}

/** Beyond every number that a project may have. */
const ASIDE = 1_000;

/** Numbers the congress's projects 1, 2, … in this order; first out of each other's way, since no two may have one number. */
export async function numberProjects(tx: Transaction, congressId: string, ids: readonly string[]): Promise<void> {
  await tx.project.updateMany({ where: { congressId }, data: { number: { increment: ASIDE } } });
  for (const [index, id] of ids.entries()) await tx.project.update({ where: { id }, data: { number: index + 1 } });
}

async function refusingTakenNumber(number: number, write: () => Promise<Prisma.ProjectGetPayload<object>>): Promise<Kept> {
  try {
    return { ok: true, project: fromRow(await write()) };
  } catch (error) {
    if (violatedConstraint(error) === 'project_congress_id_number_key') return refuse('project-number-taken', { field: 'number', figures: { number } });
    throw error;
  }
}

function toRow({ investment, targets, ...rest }: ProjectInput) {
  return { ...rest, targets, investment: investment === null ? null : BigInt(investment) };
}

function fromRow(row: Prisma.ProjectGetPayload<object>): Project {
  return projectSchema.parse({
    ...row,
    investment: row.investment === null ? null : Number(row.investment),
    standing: row.standing === 'key_work' ? 'key-work' : row.standing,
  });
}
