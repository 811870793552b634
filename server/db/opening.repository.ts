import type { Handle, Transaction } from './client.ts';

export async function addTreeHead(
  tx: Transaction,
  head: { readonly roundId: string; readonly document: string; readonly hash: string; readonly size: number; readonly serverSignature: Uint8Array<ArrayBuffer> },
): Promise<void> {
  await tx.treeHead.create({ data: head });
}

export type NewRelease = { readonly toPosition: number; readonly sealed: Uint8Array<ArrayBuffer> };

/** The keys that one scrutineer sealed to the others; a key handed over again replaces the earlier one. */
export async function putReleases(tx: Transaction, roundId: string, fromPosition: number, releases: readonly NewRelease[]): Promise<void> {
  await tx.release.deleteMany({ where: { roundId, fromPosition } });
  await tx.release.createMany({ data: releases.map((release) => ({ ...release, roundId, fromPosition })) });
}

export async function readReleasesTo(db: Handle, roundId: string, toPosition: number) {
  return db.release.findMany({
    where: { roundId, toPosition },
    orderBy: { fromPosition: 'asc' },
    select: { fromPosition: true, sealed: true },
  });
}

export async function addBoard(tx: Transaction, board: { readonly roundId: string; readonly document: string; readonly hash: string }): Promise<void> {
  await tx.board.create({ data: board });
}

export async function withdrawBoard(tx: Transaction, boardId: string): Promise<void> {
  await tx.board.update({ where: { id: boardId }, data: { withdrawnAt: new Date() } });
}

export async function putOutcome(
  tx: Transaction,
  outcome: { readonly roundId: string; readonly document: string; readonly hash: string; readonly final: boolean },
): Promise<void> {
  const { roundId, ...rest } = outcome;
  await tx.outcome.upsert({ where: { roundId }, create: outcome, update: rest });
}

export async function addObjection(tx: Transaction, objection: { readonly roundId: string; readonly by: string; readonly text: string }): Promise<void> {
  await tx.objection.create({ data: objection });
}
