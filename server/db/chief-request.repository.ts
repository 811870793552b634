import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { Handle, Transaction } from './client.ts';
import { violatedConstraint } from './failure.ts';

/** What waits for the chief scrutineer's signature, and the letters that were made anew with it. */
export type NewRequest = {
  readonly roundId: string;
  readonly no: number;
  readonly kind: 'printed' | 'reissue';
  readonly pk: Uint8Array<ArrayBuffer> | null;
  readonly reason: string | null;
  readonly requestedBy: string;
};

/** Refuses request-pending where one for this delegate waits already. */
export async function addRequest(tx: Transaction, request: NewRequest): Promise<{ readonly ok: true } | Refusal> {
  try {
    await tx.chiefRequest.create({ data: request });
    return { ok: true };
  } catch (error) {
    if (violatedConstraint(error) === 'chief_request_one_waiting') return refuse('request-pending');
    throw error;
  }
}

/** A request of the round with the delegate it concerns; null where there is none. Under the round's lock. */
export async function findRequest(db: Handle, roundId: string, id: string) {
  return db.chiefRequest.findFirst({ where: { id, roundId }, include: { entry: { include: { delegate: true } } } });
}

/** What waits, the oldest first. */
export async function readWaitingRequests(db: Handle, roundId: string) {
  return db.chiefRequest.findMany({
    where: { roundId, end: null },
    orderBy: { requestedAt: 'asc' },
    include: { entry: { include: { delegate: true } } },
  });
}

export async function endRequest(tx: Transaction, id: string, end: 'signed' | 'declined' | 'withdrawn', endReason: string | null): Promise<void> {
  await tx.chiefRequest.update({ where: { id }, data: { end, endReason } });
}

/** A delegate's line of the round's roll; null for one who is not on it. */
export async function findRollEntry(db: Handle, roundId: string, delegateId: string) {
  return db.rollEntry.findUnique({
    where: { roundId_delegateId: { roundId, delegateId } },
    include: { delegate: true, issue: { select: { printed: true } } },
  });
}

/** Whether a key belongs to a letter of any congress, revoked ones too. */
export async function isLetterKey(db: Handle, pk: Uint8Array<ArrayBuffer>): Promise<boolean> {
  return (await db.letter.count({ where: { pk } })) > 0;
}

export async function isInHall(db: Handle, delegateId: string): Promise<boolean> {
  return (await db.checkIn.count({ where: { delegateId, checkedOutAt: null, undoneAt: null } })) > 0;
}

/** The new key takes the place of the roll's; the last one made counts. */
export async function addReissued(
  tx: Transaction,
  letter: { readonly roundId: string; readonly no: number; readonly pk: Uint8Array<ArrayBuffer>; readonly sig: Uint8Array<ArrayBuffer> },
): Promise<void> {
  const { roundId, no } = letter;
  const ordinal = 1 + (await tx.reissuedLetter.count({ where: { roundId, no } }));
  await tx.reissuedLetter.create({ data: { ...letter, ordinal } });
}

/** By ordinal of the roll, of one delegate in the order in which they were made. */
export async function readReissued(db: Handle, roundId: string) {
  return db.reissuedLetter.findMany({
    where: { roundId },
    orderBy: [{ no: 'asc' }, { ordinal: 'asc' }],
    select: { no: true, pk: true, sig: true },
  });
}

export async function countReissued(db: Handle, roundId: string): Promise<number> {
  return db.reissuedLetter.count({ where: { roundId } });
}
