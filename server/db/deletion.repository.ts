import { z } from 'zod';
import type { DeletedCongress } from '#shared/contract/archive.ts';
import { deletedCongress } from '#shared/contract/archive.ts';
import type { Database, Handle, Transaction } from './client.ts';

/** A stub, with what is still to be destroyed outside the database. */
export type Stub = Omit<DeletedCongress, 'publishedAt' | 'askedAt' | 'deletedAt' | 'due'> & {
  readonly publishedAt: Date | null;
  readonly askedAt: Date;
  readonly deletedAt: Date;
  readonly dueOn: string | null;
  readonly roundsLeft: string[];
  readonly accountsLeft: string[];
};

/** How much of it there is, for the stub. Ballots are counted where the box lies. */
export async function countCongress(tx: Transaction, congressId: string): Promise<Omit<DeletedCongress['counts'], 'ballots'>> {
  return {
    delegates: await tx.delegate.count({ where: { congressId } }),
    letters: await tx.letter.count({ where: { delegate: { congressId } } }),
    papers: await tx.paperIssue.count({ where: { entry: { round: { congressId } } } }),
    accounts: await tx.account.count({ where: { congressId } }),
    auditLines: await tx.auditEntry.count({ where: { congressId } }),
  };
}

/**
 * Leaves the stub and takes everything else away, in the caller's transaction. The order is that of the foreign
 * keys, which refuse the whole of it where a table is forgotten.
 */
export async function deleteCongress(tx: Transaction, stub: Stub): Promise<void> {
  const { id: congressId } = stub;
  await tx.deletedCongress.create({ data: stub });
  await deleteRounds(tx, congressId);
  await deletePeople(tx, congressId);
  await tx.adoption.deleteMany({ where: { congressId } });
  await tx.project.deleteMany({ where: { congressId } });
  await tx.archiveTaken.deleteMany({ where: { congressId } });
  await tx.auditEntry.deleteMany({ where: { congressId } });
  await tx.congress.delete({ where: { id: congressId } });
}

async function deleteRounds(tx: Transaction, congressId: string): Promise<void> {
  const ofCongress = { where: { round: { congressId } } };
  await tx.printedPaper.deleteMany(ofCongress);
  await tx.printedRuling.deleteMany(ofCongress);
  await tx.printedKeying.deleteMany(ofCongress);
  await tx.printedTotal.deleteMany(ofCongress);
  await tx.printedCount.deleteMany(ofCongress);
  await tx.roundBackup.deleteMany(ofCongress);
  await tx.objection.deleteMany(ofCongress);
  await tx.ruling.deleteMany(ofCongress);
  await tx.decline.deleteMany(ofCongress);
  await tx.certification.deleteMany(ofCongress);
  await tx.outcome.deleteMany(ofCongress);
  await tx.board.deleteMany(ofCongress);
  await tx.release.deleteMany(ofCongress);
  await tx.treeHead.deleteMany(ofCongress);
  const ofRoll = { where: { entry: { round: { congressId } } } };
  await tx.reopening.deleteMany(ofRoll);
  await tx.chiefRequest.deleteMany(ofRoll);
  await tx.reissuedLetter.deleteMany(ofRoll);
  await tx.paperIssue.deleteMany(ofRoll);
  await tx.rollEntry.deleteMany(ofCongress);
  // A later round hangs on the one before it.
  const rounds = await tx.round.findMany({ where: { congressId }, orderBy: { number: 'desc' }, select: { id: true } });
  for (const { id } of rounds) await tx.round.delete({ where: { id } });
}

async function deletePeople(tx: Transaction, congressId: string): Promise<void> {
  await tx.boxKey.deleteMany({ where: { scrutineer: { congressId } } });
  await tx.scrutineer.deleteMany({ where: { congressId } });
  await tx.reservedRound.deleteMany({ where: { congressId } });
  await tx.checkIn.deleteMany({ where: { congressId } });
  await tx.$executeRaw`DELETE FROM auth_nonce n USING letter l JOIN delegate d ON d.id = l.delegate_id WHERE l.pk = n.pk AND d.congress_id = ${congressId}`;
  await tx.letter.deleteMany({ where: { delegate: { congressId } } });
  await tx.delegate.deleteMany({ where: { congressId } });
  await tx.deletionRequest.deleteMany({ where: { congressId } });
  await tx.accountLink.deleteMany({ where: { account: { congressId } } });
  await tx.account.deleteMany({ where: { congressId } });
}

/** The stub as anyone may read it; null where no congress of that id was deleted. */
export async function readStub(db: Handle, congressId: string): Promise<DeletedCongress | null> {
  const row = await db.deletedCongress.findUnique({ where: { id: congressId } });
  if (row === null) return null;
  const { publishedAt, askedAt, deletedAt, dueOn: due, ...rest } = row;
  return z.parse(deletedCongress, { ...rest, due, publishedAt: publishedAt?.toISOString() ?? null, askedAt: askedAt.toISOString(), deletedAt: deletedAt.toISOString() });
}

export type Leftover = { readonly id: string; readonly roundsLeft: readonly string[]; readonly accountsLeft: readonly string[] };

/** Congresses of which something outside the database is still to go. */
export async function readLeftovers(db: Handle): Promise<readonly Leftover[]> {
  return db.deletedCongress.findMany({
    where: { OR: [{ roundsLeft: { isEmpty: false } }, { accountsLeft: { isEmpty: false } }] },
    select: { id: true, roundsLeft: true, accountsLeft: true },
  });
}

/** It has gone; and what was deleted in the database is swept off the disk. */
export async function settleLeftovers(db: Database, congressId: string): Promise<void> {
  await db.deletedCongress.update({ where: { id: congressId }, data: { roundsLeft: [], accountsLeft: [] } });
  await db.$executeRaw`VACUUM`;
}
