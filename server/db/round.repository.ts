import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { RoundDefinition } from '#shared/domain/next-round.ts';
import type { RoundState } from '#shared/domain/round.ts';
import type { Handle, Transaction } from './client.ts';
import { lockCongress } from './congress-lock.repository.ts';
import { violatedConstraint } from './failure.ts';
import { ROUND_PARTS, roundRecord } from './round-record.ts';
import type { ChainLink, RoundRecord } from './round-record.ts';

export async function readRound(db: Handle, roundId: string): Promise<RoundRecord | null> {
  const row = await db.round.findUnique({ where: { id: roundId }, include: ROUND_PARTS });
  return row === null ? null : roundRecord(row, row.parentId === null ? [] : await readChain(db, row.congressId));
}

async function readChain(db: Handle, congressId: string): Promise<ChainLink[]> {
  return db.round.findMany({ where: { congressId }, select: { id: true, parentId: true, outcome: { select: { document: true } } } });
}

/** All rounds of a congress by number. */
export async function readRounds(db: Handle, congressId: string): Promise<readonly RoundRecord[]> {
  const rows = await db.round.findMany({ where: { congressId }, orderBy: { number: 'asc' }, include: ROUND_PARTS });
  return rows.map((row) => roundRecord(row, rows));
}

/**
 * Locks the congress and the round for the rest of the transaction and reads the round: acts on one
 * round happen one after the other, and none while a paper is being issued. Null where it does not exist.
 */
export async function lockRound(tx: Transaction, roundId: string): Promise<RoundRecord | null> {
  const row = await tx.round.findUnique({ where: { id: roundId }, select: { congressId: true } });
  if (row === null || !(await lockCongress(tx, row.congressId))) return null;
  await tx.$queryRaw`SELECT id FROM round WHERE id = ${roundId} FOR UPDATE`;
  return readRound(tx, roundId);
}

export async function readCongressOfRound(db: Handle, roundId: string): Promise<string | null> {
  const row = await db.round.findUnique({ where: { id: roundId }, select: { congressId: true } });
  return row?.congressId ?? null;
}

/** Reserved round ids that no round has taken, in order. */
export async function readFreeRoundIds(db: Handle, congressId: string): Promise<readonly string[]> {
  const rows = await db.reservedRound.findMany({ where: { congressId, round: null }, orderBy: { ordinal: 'asc' }, select: { id: true } });
  return rows.map((row) => row.id);
}

export type NewRound = RoundDefinition & { readonly id: string; readonly congressId: string; readonly parentId: string | null };

/** Refuses another-round-open where a round of the congress is in hand. */
export async function createRound(tx: Transaction, round: NewRound): Promise<{ readonly ok: true } | Refusal> {
  const { id, congressId, parentId, number, places } = round;
  const kind = round.kind === 'second-round' ? ('second_round' as const) : round.kind;
  try {
    await tx.round.create({ data: { id, congressId, parentId, number, places, kind, candidates: [...round.candidates] } });
    return { ok: true };
  } catch (error) {
    if (violatedConstraint(error) === 'round_one_in_hand') return refuse('another-round-open');
    throw error;
  }
}

export type RoundChange = {
  readonly state?: RoundState;
  readonly places?: number;
  readonly candidates?: number[];
  readonly manifest?: string | null;
  readonly manifestHash?: string | null;
  readonly manifestMadeAt?: Date | null;
  readonly summoned?: number | null;
  readonly armedAt?: Date | null;
  readonly headCount?: number | null;
  readonly headCountReason?: string | null;
  readonly openedAt?: Date | null;
  readonly closesAt?: Date | null;
  readonly closedAt?: Date;
  readonly countReport?: string;
  readonly handCount?: { issued: number; received: number; abstained: number; invalid: number; counts: { number: number; votes: number }[] };
  readonly confirmedAt?: Date;
  readonly frozenAt?: Date;
  readonly openingStartedAt?: Date;
  readonly openingSet?: number[];
  readonly talliedAt?: Date;
  readonly certifiedAt?: Date;
  readonly voidedAt?: Date;
};

export async function changeRound(tx: Transaction, roundId: string, change: RoundChange): Promise<void> {
  await tx.round.update({ where: { id: roundId }, data: change });
}

/** Open rounds whose countdown has ended. */
export async function readRoundsToClose(db: Handle, now: Date): Promise<readonly string[]> {
  const rows = await db.round.findMany({ where: { state: 'open', closesAt: { lte: now } }, select: { id: true } });
  return rows.map((row) => row.id);
}

export async function isOtherRoundOpen(db: Handle, congressId: string, roundId: string): Promise<boolean> {
  return (await db.round.count({ where: { congressId, id: { not: roundId }, state: 'open' } })) > 0;
}

/** Rounds of all congresses whose box may have to follow: those under way, and those void a short while. */
export async function readRoundsInHand(db: Handle): Promise<readonly string[]> {
  const lately = new Date(Date.now() - 24 * 3_600_000);
  const rows = await db.round.findMany({
    where: { OR: [{ state: { notIn: ['certified', 'void'] } }, { voidedAt: { gt: lately } }] },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}
