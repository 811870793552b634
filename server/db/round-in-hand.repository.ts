import type { RoundState } from '#shared/domain/round.ts';
import type { Handle, Transaction } from './client.ts';

const OVER: RoundState[] = ['certified', 'void'];

/** What preparation and attendance must know of the round in hand. */
export type RoundInHand = {
  readonly id: string;
  readonly state: RoundState;
  readonly hasManifest: boolean;
};

/** The round that is neither certified nor void; null between rounds. */
export async function findRoundInHand(db: Handle, congressId: string): Promise<RoundInHand | null> {
  const round = await db.round.findFirst({
    where: { congressId, state: { notIn: OVER } },
    select: { id: true, state: true, manifestHash: true },
  });
  return round === null ? null : { id: round.id, state: round.state, hasManifest: round.manifestHash !== null };
}

/** State of the latest round, whichever it is in; null before the first. */
export async function findLatestRoundState(db: Handle, congressId: string): Promise<RoundState | null> {
  const round = await db.round.findFirst({ where: { congressId }, orderBy: { number: 'desc' }, select: { state: true } });
  return round?.state ?? null;
}

/** Papers drawn in all rounds of a congress, void ones too. */
export async function countPapersDrawn(db: Handle, congressId: string): Promise<number> {
  return db.paperIssue.count({ where: { entry: { round: { congressId } } } });
}

/** Whether one of these delegates drew a paper of the round in hand. */
export async function drewInHand(db: Handle, delegateIds: readonly string[]): Promise<boolean> {
  const drawn = await db.paperIssue.findFirst({
    where: { entry: { delegateId: { in: [...delegateIds] }, round: { state: { notIn: OVER } } } },
    select: { no: true },
  });
  return drawn !== null;
}

/** Takes the manifest of a prepared round back, so that a new one follows the new roll; its signatures lapse. */
export async function dropPreparedManifest(tx: Transaction, roundId: string): Promise<void> {
  await tx.rollEntry.deleteMany({ where: { roundId } });
  await tx.round.update({ where: { id: roundId }, data: { manifest: null, manifestHash: null, manifestMadeAt: null, summoned: null } });
}
