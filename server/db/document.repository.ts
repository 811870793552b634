import type { AdoptionFacts, AuditHead, AuditLine, LetterFacts, LetterLine, PaperFacts, RollLine } from '#shared/document/facts.ts';
import { isLate } from '#shared/domain/attendance.ts';
import { letterStanding } from '#shared/domain/letter.ts';
import type { Database, Handle, Transaction } from './client.ts';
import type { SignedFile } from './round-record.ts';
import { readVotingBegan } from './stay.repository.ts';

/** One state of the database for a whole document: figures read one after the other never contradict each other. */
export async function inOneState<T>(db: Database, read: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.$transaction(read, { isolationLevel: 'RepeatableRead', maxWait: 10_000, timeout: 30_000 });
}

/** When a congress was decided and published. */
export async function readDays(db: Handle, congressId: string): Promise<{ readonly decidedAt: string | null; readonly publishedAt: string | null }> {
  const row = await db.congress.findUnique({ where: { id: congressId }, select: { decidedAt: true, publishedAt: true } });
  return { decidedAt: text(row?.decidedAt), publishedAt: text(row?.publishedAt) };
}

/** Every show of hands, those that no longer stand too, the earliest first. */
export async function readAllAdoptions(db: Handle, congressId: string): Promise<readonly AdoptionFacts[]> {
  const rows = await db.adoption.findMany({ where: { congressId }, orderBy: { adoptedAt: 'asc' } });
  return rows.map(({ subject, votesFor, votesAgainst, votesAbstain, carried, hash, supersededAt, adoptedAt }) => ({
    subject, votesFor, votesAgainst, votesAbstain, carried, hash,
    standing: supersededAt === null,
    adoptedAt: adoptedAt.toISOString(),
  }));
}

/** A signature or certification with its instant; `position` is null for the tally clerk. */
export type SignedAt = {
  readonly roundId: string;
  readonly file: SignedFile;
  readonly hash: string;
  readonly position: number | null;
  readonly by: string;
  readonly at: string;
};

export async function readSignings(db: Handle, congressId: string): Promise<readonly SignedAt[]> {
  const rows = await db.certification.findMany({
    where: { round: { congressId } },
    orderBy: { signedAt: 'asc' },
    select: { roundId: true, file: true, hash: true, signedBy: true, signedAt: true, scrutineer: { select: { position: true } } },
  });
  return rows.map(({ roundId, file, hash, signedBy, signedAt, scrutineer }) => ({
    roundId, file, hash, by: signedBy, position: scrutineer?.position ?? null, at: signedAt.toISOString(),
  }));
}

/** The roll with each delegate's first check-in and last check-out that count. */
export async function readRollLines(db: Handle, congressId: string): Promise<readonly RollLine[]> {
  const rows = await db.delegate.findMany({
    where: { congressId },
    orderBy: { number: 'asc' },
    select: {
      number: true, name: true, delegation: true, onLeave: true,
      checkIns: { where: { undoneAt: null }, orderBy: { checkedInAt: 'asc' }, select: { checkedInAt: true, checkedOutAt: true } },
    },
  });
  const began = await readVotingBegan(db, congressId);
  return rows.map(({ number, name, delegation, onLeave, checkIns }) => {
    const first = checkIns[0]?.checkedInAt;
    const last = checkIns.at(-1);
    return {
      number, name, delegation,
      attendance: attendanceOf(last, onLeave),
      checkedInAt: text(first),
      checkedOutAt: text(last?.checkedOutAt),
      late: isLate(first?.getTime() ?? null, began?.getTime() ?? null),
    };
  });
}

function attendanceOf(last: { readonly checkedOutAt: Date | null } | undefined, onLeave: boolean): RollLine['attendance'] {
  if (last !== undefined && last.checkedOutAt === null) return 'present';
  if (onLeave) return 'leave';
  return last === undefined ? 'absent' : 'left';
}

/** The roll with every letter that was made for each delegate. */
export async function readLetterLines(db: Handle, congressId: string): Promise<readonly LetterLine[]> {
  const rows = await db.delegate.findMany({
    where: { congressId },
    orderBy: { number: 'asc' },
    select: { number: true, name: true, delegation: true, letters: { orderBy: { madeAt: 'asc' }, select: { madeAt: true, revokedAt: true, reason: true, handedOutAt: true, handedOutBy: true, keptAt: true, keptBy: true } } },
  });
  return rows.map(({ letters, ...line }) => ({
    ...line,
    letters: letters.map(letterFacts),
  }));
}

type LetterRow = {
  readonly madeAt: Date;
  readonly revokedAt: Date | null;
  readonly reason: string | null;
  readonly handedOutAt: Date | null;
  readonly handedOutBy: string | null;
  readonly keptAt: Date | null;
  readonly keptBy: string | null;
};

function letterFacts({ madeAt, revokedAt, handedOutAt, keptAt, ...marks }: LetterRow): LetterFacts {
  const standing = letterStanding({
    revokedAt: revokedAt?.getTime() ?? null,
    handedOutAt: handedOutAt?.getTime() ?? null,
    keptAt: keptAt?.getTime() ?? null,
  });
  return { ...marks, standing, madeAt: madeAt.toISOString(), revokedAt: text(revokedAt), handedOutAt: text(handedOutAt), keptAt: text(keptAt) };
}

/** The register of printed ballots with those who took one; null where nobody did and nothing was counted. */
export async function readPrintedRegister(db: Handle, roundId: string): Promise<PaperFacts | null> {
  const total = await db.printedTotal.findUnique({ where: { roundId } });
  const entries = await db.rollEntry.findMany({
    where: { roundId, issue: { printed: true } },
    select: { delegate: { select: { number: true, name: true } } },
  });
  if (total === null && entries.length === 0) return null;
  const handedOut = entries.map((entry) => entry.delegate).sort((a, b) => a.number.localeCompare(b.number));
  return { printed: total?.printed ?? null, issued: handedOut.length, spoiled: total?.spoiled ?? null, unused: total?.unused ?? null, handedOut };
}

/** The whole audit log, oldest first. */
export async function readAuditLines(db: Handle, congressId: string): Promise<readonly AuditLine[]> {
  const rows = await db.auditEntry.findMany({ where: { congressId }, orderBy: { sequence: 'asc' } });
  return rows.map(({ sequence, hash, at, actor, act, detail }) => ({ sequence, hash, at: at.toISOString(), actor, act, detail }));
}

/** The last line of the audit log, or the last one until an instant: a certified sheet says the same whenever it is printed. */
export async function readAuditHead(db: Handle, congressId: string, until: Date | null): Promise<AuditHead | null> {
  return db.auditEntry.findFirst({
    where: { congressId, ...(until === null ? {} : { at: { lte: until } }) },
    orderBy: { sequence: 'desc' },
    select: { sequence: true, hash: true },
  });
}

function text(instant: Date | null | undefined): string | null {
  return instant?.toISOString() ?? null;
}
