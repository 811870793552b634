import type { Method } from '#shared/domain/method.ts';
import type { RoundState } from '#shared/domain/round.ts';
import type { Handle, Transaction } from './client.ts';

/** What decides whether a delegate may draw a paper or take one up. */
export type PaperFacts = {
  readonly congressId: string;
  readonly state: RoundState;
  readonly closesAt: Date | null;
  /** Exact bytes as UTF-8 text, and their hash as hex; null while the round has no manifest. */
  readonly manifest: string | null;
  readonly manifestHash: string | null;
  readonly deviceChange: Method['deviceChange'];
  /** The delegate's line of the round's roll; null for one who is not on it. */
  readonly entry: {
    readonly no: number;
    /** Public key of the letter, 32 bytes; that of the letter made anew where there is one. */
    readonly pk: Uint8Array;
    readonly letterValid: boolean;
  } | null;
  readonly checkedIn: boolean;
  /** A printed ballot was handed out instead. */
  readonly printed: boolean;
  readonly issue: PaperIssue | null;
};

export type PaperIssue = {
  /** 384 bytes */
  readonly blindedMessage: Uint8Array;
  /** SHA-256 of the capsule as the delegate made it, 32 bytes. */
  readonly capsuleHash: Uint8Array;
  /** The capsule under the round's capsule key; null from the close on. */
  readonly capsule: Uint8Array | null;
};

/**
 * Holds congress and round as they are for the rest of the transaction: no act of a clerk, such as
 * closing the round or undoing the check-in, comes between the checks and the issue. Papers do not wait for each other.
 */
export async function holdForIssue(tx: Transaction, roundId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 AS held FROM congress c JOIN round r ON r.congress_id = c.id
    WHERE r.id = ${roundId} FOR SHARE`;
}

type Row = {
  readonly congressId: string;
  readonly state: RoundState;
  readonly closesAt: Date | null;
  readonly manifest: string | null;
  readonly manifestHash: string | null;
  readonly deviceChange: Method['deviceChange'];
  readonly no: number | null;
  readonly pk: Uint8Array | null;
  readonly letterValid: boolean;
  readonly checkedIn: boolean;
  readonly printed: boolean;
  readonly blindedMessage: Uint8Array | null;
  readonly capsuleHash: Uint8Array | null;
  readonly capsule: Uint8Array | null;
};

/** Null where the round does not exist. One statement: a full hall draws within a minute. */
export async function readPaperFacts(db: Handle, roundId: string, delegateId: string): Promise<PaperFacts | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT r.congress_id AS "congressId", r.state::text AS state, r.closes_at AS "closesAt", r.manifest, r.manifest_hash AS "manifestHash",
      c.method ->> 'deviceChange' AS "deviceChange", e.no, coalesce(a.pk, e.pk) AS pk,
      EXISTS (SELECT 1 FROM letter l WHERE l.delegate_id = e.delegate_id AND l.pk = coalesce(a.pk, e.pk) AND l.revoked_at IS NULL) AS "letterValid",
      coalesce(i.printed, false) AS printed,
      EXISTS (SELECT 1 FROM check_in k WHERE k.delegate_id = e.delegate_id
        AND k.checked_out_at IS NULL AND k.undone_at IS NULL) AS "checkedIn",
      i.blinded_message AS "blindedMessage", i.capsule_hash AS "capsuleHash", i.capsule
    FROM round r
    JOIN congress c ON c.id = r.congress_id
    LEFT JOIN roll_entry e ON e.round_id = r.id AND e.delegate_id = ${delegateId}::uuid
    LEFT JOIN paper_issue i ON i.round_id = e.round_id AND i.no = e.no
    LEFT JOIN LATERAL (SELECT l.pk FROM reissued_letter l WHERE l.round_id = e.round_id AND l.no = e.no ORDER BY l.ordinal DESC LIMIT 1) a ON true
    WHERE r.id = ${roundId}`;
  return row === undefined ? null : paperFacts(row);
}

function paperFacts({ no, pk, letterValid, blindedMessage, capsuleHash, capsule, ...round }: Row): PaperFacts {
  return {
    ...round,
    entry: no === null || pk === null ? null : { no, pk, letterValid },
    issue: blindedMessage === null || capsuleHash === null ? null : { blindedMessage, capsuleHash, capsule },
  };
}

export type NewIssue = {
  readonly roundId: string;
  readonly no: number;
  readonly blindedMessage: Uint8Array<ArrayBuffer>;
  readonly capsule: Uint8Array<ArrayBuffer>;
  readonly capsuleHash: Uint8Array<ArrayBuffer>;
  readonly sig: Uint8Array<ArrayBuffer>;
};

/** One paper for each delegate and round: false where there is one already, drawn or printed, which stays as it is. */
export async function insertIssue(tx: Transaction, issue: NewIssue): Promise<boolean> {
  const { count } = await tx.paperIssue.createMany({ data: [issue], skipDuplicates: true });
  return count === 1;
}

/** The drawn paper of a line of the roll; null where nothing was drawn, or a printed ballot was handed out. */
export async function readIssue(db: Handle, roundId: string, no: number): Promise<PaperIssue | null> {
  const row = await db.paperIssue.findUnique({ where: { roundId_no: { roundId, no } } });
  if (row === null || row.blindedMessage === null || row.capsuleHash === null) return null;
  return { blindedMessage: row.blindedMessage, capsuleHash: row.capsuleHash, capsule: row.capsule };
}

/** A delegate and whether they are in the hall now; null for one who was struck from the roll. */
export async function readDelegateInHall(db: Handle, delegateId: string) {
  const row = await db.delegate.findUnique({
    where: { id: delegateId },
    select: {
      number: true,
      name: true,
      delegation: true,
      checkIns: { where: { checkedOutAt: null, undoneAt: null }, select: { id: true } },
    },
  });
  if (row === null) return null;
  const { checkIns, ...person } = row;
  return { ...person, checkedIn: checkIns.length > 0 };
}
