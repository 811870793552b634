import type { Delegate } from '#shared/contract/roll.ts';
import { isLate } from '#shared/domain/attendance.ts';
import { letterStanding } from '#shared/domain/letter.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { Handle, Transaction } from './client.ts';
import { violatedConstraint } from './failure.ts';
import type { Prisma } from './generated/client.ts';
import { readVotingBegan } from './stay.repository.ts';

const WITH_STANDING = {
  letters: { select: { revokedAt: true, handedOutAt: true, handedOutBy: true, keptAt: true, keptBy: true } },
  checkIns: { where: { undoneAt: null }, select: { checkedInAt: true, checkedOutAt: true }, orderBy: { checkedInAt: 'desc' } },
  scrutineer: { select: { id: true } },
} satisfies Prisma.DelegateInclude;
type Row = Prisma.DelegateGetPayload<{ include: typeof WITH_STANDING }>;

/** Number, name and delegation of a delegate. */
export type DelegateLine = { readonly number: string; readonly name: string; readonly delegation: string };

/** The roll by delegate number, with letters and attendance. */
export async function readRoll(db: Handle, congressId: string): Promise<Delegate[]> {
  const rows = await db.delegate.findMany({ where: { congressId }, include: WITH_STANDING, orderBy: { number: 'asc' } });
  const began = await readVotingBegan(db, congressId);
  return rows.map((row) => fromRow(row, began));
}

export async function findDelegate(db: Handle, congressId: string, id: string): Promise<Delegate | null> {
  const row = await db.delegate.findFirst({ where: { id, congressId }, include: WITH_STANDING });
  return row === null ? null : fromRow(row, await readVotingBegan(db, congressId));
}

export async function findDelegateByNumber(db: Handle, congressId: string, number: string): Promise<Delegate | null> {
  const row = await db.delegate.findUnique({ where: { congressId_number: { congressId, number } }, include: WITH_STANDING });
  return row === null ? null : fromRow(row, await readVotingBegan(db, congressId));
}

/** Which of these delegates are on this congress's roll. */
export async function findOnRoll(db: Handle, congressId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.delegate.findMany({ where: { congressId, id: { in: [...ids] } }, select: { id: true } });
  return new Set(rows.map((row) => row.id));
}

/** Summoned (应到): everyone on the roll. */
export async function countRoll(db: Handle, congressId: string): Promise<number> {
  return db.delegate.count({ where: { congressId } });
}

/** Refuses delegate-number-taken. */
export async function createDelegate(tx: Transaction, congressId: string, line: DelegateLine): Promise<{ ok: true; id: string } | Refusal> {
  return refusingTakenNumber(line.number, () => tx.delegate.create({ data: { ...line, congressId }, select: { id: true } }));
}

/** All of them or, with one number that is taken, none. Refuses delegate-number-taken. */
export async function createDelegates(tx: Transaction, congressId: string, lines: readonly DelegateLine[]): Promise<{ ok: true } | Refusal> {
  try {
    await tx.delegate.createMany({ data: lines.map((line) => ({ ...line, congressId })) });
    return { ok: true };
  } catch (error) {
    if (violatedConstraint(error) === 'delegate_congress_id_number_key') return refuse('delegate-number-taken');
    throw error;
  }
}

/** Refuses delegate-number-taken. */
export async function changeDelegate(tx: Transaction, id: string, line: DelegateLine): Promise<{ ok: true; id: string } | Refusal> {
  return refusingTakenNumber(line.number, () => tx.delegate.update({ where: { id }, data: line, select: { id: true } }));
}

/** New names and delegations of many delegates in one statement: thousands by themselves would outlast the transaction. */
export async function renameDelegates(tx: Transaction, lines: readonly { readonly id: string; readonly name: string; readonly delegation: string }[]): Promise<void> {
  const [ids, names, delegations] = [lines.map(({ id }) => id), lines.map(({ name }) => name), lines.map(({ delegation }) => delegation)];
  await tx.$executeRaw`
    UPDATE delegate SET name = line.name, delegation = line.delegation
    FROM unnest(${ids}::uuid[], ${names}::text[], ${delegations}::text[]) AS line (id, name, delegation)
    WHERE delegate.id = line.id`;
}

/** Strikes one delegate; see removeDelegates. */
export async function removeDelegate(tx: Transaction, id: string): Promise<{ ok: true } | Refusal> {
  return removeDelegates(tx, [id]);
}

/**
 * Strikes delegates off the roll, with letters and attendance. Refuses delegate-is-scrutineer, and
 * roll-frozen where the manifest of a void round still names one of them.
 */
export async function removeDelegates(tx: Transaction, ids: readonly string[]): Promise<{ ok: true } | Refusal> {
  try {
    await tx.checkIn.deleteMany({ where: { delegateId: { in: [...ids] } } });
    await tx.delegate.deleteMany({ where: { id: { in: [...ids] } } });
    return { ok: true };
  } catch (error) {
    const constraint = violatedConstraint(error);
    if (constraint === 'scrutineer_delegate_id_fkey') return refuse('delegate-is-scrutineer');
    if (constraint === 'roll_entry_delegate_id_fkey') return refuse('roll-frozen');
    throw error;
  }
}

export async function setLeave(tx: Transaction, ids: readonly string[], onLeave: boolean): Promise<void> {
  await tx.delegate.updateMany({ where: { id: { in: [...ids] } }, data: { onLeave } });
}

async function refusingTakenNumber(number: string, write: () => Promise<{ id: string }>): Promise<{ ok: true; id: string } | Refusal> {
  try {
    return { ok: true, id: (await write()).id };
  } catch (error) {
    if (violatedConstraint(error) !== 'delegate_congress_id_number_key') throw error;
    return refuse('delegate-number-taken', { field: 'number', figures: { number } });
  }
}

function fromRow(row: Row, votingBegan: Date | null): Delegate {
  const { id, number, name, delegation } = row;
  const [stay] = row.checkIns;
  return {
    id, number, name, delegation,
    letter: letterOf(row),
    letterAt: letterAtOf(row),
    attendance: attendanceOf(row),
    checkedInAt: stay?.checkedInAt.toISOString() ?? null,
    late: isLate(row.checkIns.at(-1)?.checkedInAt.getTime() ?? null, votingBegan?.getTime() ?? null),
    scrutineer: row.scrutineer !== null,
  };
}

function letterOf({ letters }: Row): Delegate['letter'] {
  if (letters.length === 0) return 'none';
  return letters.some((letter) => letter.revokedAt === null) ? 'made' : 'revoked';
}

function letterAtOf({ letters }: Row): Delegate['letterAt'] {
  const valid = letters.find((letter) => letter.revokedAt === null);
  if (valid === undefined) return null;
  const { handedOutAt, handedOutBy, keptAt, keptBy } = valid;
  const standing = letterStanding({ revokedAt: null, handedOutAt: handedOutAt?.getTime() ?? null, keptAt: keptAt?.getTime() ?? null });
  if (standing === 'handed-out') return { standing, since: handedOutAt?.toISOString() ?? null, by: handedOutBy };
  if (standing === 'kept') return { standing, since: keptAt?.toISOString() ?? null, by: keptBy };
  return { standing: 'made', since: null, by: null };
}

function attendanceOf({ checkIns, onLeave }: Row): Delegate['attendance'] {
  const [latest] = checkIns;
  if (latest !== undefined && latest.checkedOutAt === null) return 'present';
  if (onLeave) return 'leave';
  return latest === undefined ? 'absent' : 'left';
}
