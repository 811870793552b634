import type { Handle, Transaction } from './client.ts';

/** A delegate's wish to take the drawn paper up on another device. */
export type Reopening = {
  readonly id: string;
  readonly no: number;
  readonly standing: 'pending' | 'approved' | 'declined';
  /** The login session that took the paper up; null until then. */
  readonly takenUpBy: string | null;
};

type Row = Omit<Reopening, 'standing'> & { readonly approvedAt: Date | null; readonly declinedAt: Date | null };

function standing({ id, no, approvedAt, declinedAt, takenUpBy }: Row): Reopening {
  if (approvedAt !== null) return { id, no, standing: 'approved', takenUpBy };
  return { id, no, standing: declinedAt === null ? 'pending' : 'declined', takenUpBy };
}

/**
 * What the latest wish is to this login session: an approval serves the one that takes the paper up, again and
 * again, and is nothing to any other.
 */
export function standingFor(latest: Reopening | null, session: string): Reopening['standing'] | 'none' {
  if (latest === null) return 'none';
  return latest.takenUpBy === null || latest.takenUpBy === session ? latest.standing : 'none';
}

/** The latest wish of one line of the roll; null where there is none. */
export async function readLatestReopening(db: Handle, roundId: string, no: number): Promise<Reopening | null> {
  const row = await db.reopening.findFirst({ where: { roundId, no }, orderBy: { requestedAt: 'desc' } });
  return row === null ? null : standing(row);
}

/** Two devices may ask at the same time: the line of the roll is held, so that one wish is made. */
export async function holdRollEntry(tx: Transaction, roundId: string, no: number): Promise<void> {
  await tx.$queryRaw`SELECT no FROM roll_entry WHERE round_id = ${roundId} AND no = ${no} FOR UPDATE`;
}

/** `approvedBy` null: it waits for a clerk or a scrutineer. */
export async function addReopening(tx: Transaction, roundId: string, no: number, approvedBy: string | null): Promise<void> {
  const approval = approvedBy === null ? {} : { approvedAt: new Date(), decidedBy: approvedBy };
  await tx.reopening.create({ data: { roundId, no, ...approval } });
}

/** A wish with the person it concerns, held until it is decided. Null where the round has no such wish. */
export async function lockReopening(tx: Transaction, roundId: string, id: string) {
  await tx.$queryRaw`SELECT id FROM reopening WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.reopening.findFirst({
    where: { id, roundId },
    include: { entry: { include: { delegate: true, round: { select: { congressId: true, state: true } } } } },
  });
  if (row === null) return null;
  const { delegate, round } = row.entry;
  return { ...standing(row), congressId: round.congressId, state: round.state, delegate: { id: delegate.id, number: delegate.number, name: delegate.name } };
}

export async function decideReopening(tx: Transaction, id: string, approve: boolean, decidedBy: string): Promise<void> {
  const now = new Date();
  await tx.reopening.update({ where: { id }, data: { decidedBy, ...(approve ? { approvedAt: now } : { declinedAt: now }) } });
}

/** This login session takes the paper up; another needs an approval of its own. */
export async function noteTakenUp(tx: Transaction, id: string, session: string): Promise<void> {
  await tx.reopening.update({ where: { id }, data: { takenUpBy: session } });
}

/** Whether this scrutineer is the delegate: nobody approves for themselves. */
export async function isScrutineerOf(db: Handle, scrutineerId: string, delegateId: string): Promise<boolean> {
  return (await db.scrutineer.count({ where: { id: scrutineerId, delegateId } })) > 0;
}
