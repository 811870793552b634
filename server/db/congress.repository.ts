import type { z } from 'zod';
import { method as methodSchema } from '#shared/contract/congress.ts';
import type { CongressSummary, profile } from '#shared/contract/congress.ts';
import type { CongressState } from '#shared/domain/congress.ts';
import type { Method } from '#shared/domain/method.ts';
import type { Handle, Transaction } from './client.ts';
import { lockCongress } from './congress-lock.repository.ts';
import type { Prisma } from './generated/client.ts';
import { roundSummary } from './round-summary.ts';

export type CongressHeading = {
  readonly title: string;
  readonly place: string;
  readonly year: number;
  readonly profile: z.infer<typeof profile>;
};
export type Congress = CongressHeading & {
  readonly id: string;
  readonly rehearsal: boolean;
  readonly state: CongressState;
  readonly method: Method;
};

const LATEST_ROUND = { rounds: { orderBy: { number: 'desc' }, take: 1 } } satisfies Prisma.CongressInclude;
type Row = Prisma.CongressGetPayload<{ include: typeof LATEST_ROUND }>;

export async function findCongress(db: Handle, id: string): Promise<Congress | null> {
  const row = await db.congress.findUnique({ where: { id } });
  return row === null ? null : { ...row, method: methodSchema.parse(row.method) };
}

/** Locks the congress for the rest of the transaction and reads it; null where it does not exist. */
export async function lockAndReadCongress(tx: Transaction, id: string): Promise<Congress | null> {
  return (await lockCongress(tx, id)) ? findCongress(tx, id) : null;
}

export async function readCongressSummary(db: Handle, id: string): Promise<CongressSummary | null> {
  const row = await db.congress.findUnique({ where: { id }, include: LATEST_ROUND });
  return row === null ? null : summary(row);
}

/** Every congress of the installation, the newest first. */
export async function readCongressSummaries(db: Handle): Promise<CongressSummary[]> {
  const rows = await db.congress.findMany({ orderBy: { createdAt: 'desc' }, include: LATEST_ROUND });
  return rows.map(summary);
}

function summary(row: Row): CongressSummary {
  const { id, title, place, year, profile, rehearsal, state } = row;
  const [latest] = row.rounds;
  return {
    id, title, place, year, profile, rehearsal, state,
    method: methodSchema.parse(row.method),
    round: latest === undefined ? null : roundSummary(latest),
  };
}

export type NewCongress = CongressHeading & { readonly id: string; readonly rehearsal: boolean; readonly method: Method };

/** A congress with the round ids that its scrutineers make their box keys for. */
export async function createCongress(tx: Transaction, congress: NewCongress, roundIds: readonly string[]): Promise<void> {
  const reservedRounds = { create: roundIds.map((id, index) => ({ id, ordinal: index + 1 })) };
  await tx.congress.create({ data: { ...congress, reservedRounds } });
}

export async function changeHeading(tx: Transaction, id: string, heading: CongressHeading): Promise<void> {
  await tx.congress.update({ where: { id }, data: heading });
}

export async function changeMethod(tx: Transaction, id: string, method: Method): Promise<void> {
  await tx.congress.update({ where: { id }, data: { method } });
}

export async function changeState(tx: Transaction, id: string, state: CongressState): Promise<void> {
  await tx.congress.update({
    where: { id },
    data: { state, ...(state === 'published' ? { publishedAt: new Date() } : {}) },
  });
}
