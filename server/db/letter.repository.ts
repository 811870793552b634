import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import { letterStanding } from '#shared/domain/letter.ts';
import type { LetterCount, LetterStanding } from '#shared/domain/letter.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { Handle, Transaction } from './client.ts';
import { violatedConstraint } from './failure.ts';

export type LetterHolder = {
  readonly delegateId: string;
  readonly congressId: string;
  readonly number: string;
  readonly name: string;
  readonly revoked: boolean;
};

/** Whose letter carries this public key, in whichever congress; null for a key that no letter has. */
export async function findLetterHolder(db: Handle, pk: Bytes): Promise<LetterHolder | null> {
  const letter = await db.letter.findUnique({ where: { pk }, include: { delegate: true } });
  if (letter === null) return null;
  const { congressId, number, name } = letter.delegate;
  return { delegateId: letter.delegateId, congressId, number, name, revoked: letter.revokedAt !== null };
}

/** Whether the delegate holds a letter that is not revoked. */
export async function hasValidLetter(db: Handle, delegateId: string): Promise<boolean> {
  return (await db.letter.count({ where: { delegateId, revokedAt: null } })) > 0;
}

/** Whether each of these is the valid letter of its delegate. */
export async function areValid(db: Handle, letters: readonly { readonly delegateId: string; readonly pk: Bytes }[]): Promise<boolean> {
  const rows = await db.letter.findMany({ where: { pk: { in: letters.map(({ pk }) => pk) }, revokedAt: null }, select: { delegateId: true, pk: true } });
  const holders = new Map(rows.map(({ delegateId, pk }) => [Buffer.from(pk).toString('hex'), delegateId]));
  return letters.every(({ delegateId, pk }) => holders.get(Buffer.from(pk).toString('hex')) === delegateId);
}

/** Revokes the valid letters of these delegates; answers how many there were. */
export async function revokeLetters(tx: Transaction, delegateIds: readonly string[], reason: string): Promise<number> {
  const { count } = await tx.letter.updateMany({
    where: { delegateId: { in: [...delegateIds] }, revokedAt: null },
    data: { revokedAt: new Date(), reason },
  });
  return count;
}

/** Refuses key-taken: a key belongs to one letter for ever. */
export async function createLetters(
  tx: Transaction,
  letters: readonly { readonly delegateId: string; readonly pk: Bytes }[],
): Promise<{ ok: true } | Refusal> {
  try {
    await tx.letter.createMany({ data: [...letters] });
    return { ok: true };
  } catch (error) {
    const constraint = violatedConstraint(error);
    if (constraint === 'letter_pk_key') return refuse('key-taken', { field: 'letters' });
    if (constraint === 'letter_one_valid') return refuse('busy');
    throw error;
  }
}

/** Marks the valid letters of these delegates that are not handed out as handed out; answers how many there were. */
export async function handOutLetters(tx: Transaction, delegateIds: readonly string[], { at, by }: { readonly at: Date; readonly by: string }): Promise<number> {
  return tx.$executeRaw`
    UPDATE letter SET handed_out_at = greatest(${at}, kept_at + interval '1 millisecond'), handed_out_by = ${by}
    WHERE delegate_id = ANY(${[...delegateIds]}::uuid[]) AND revoked_at IS NULL
      AND (handed_out_at IS NULL OR kept_at > handed_out_at)`;
}

/** The hand-out is part of the stay that was marked by mistake: it is taken back with it, before that stay is undone. */
export async function undoHandOuts(tx: Transaction, delegateIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE letter l SET handed_out_at = NULL, handed_out_by = NULL FROM check_in c
    WHERE l.delegate_id = ANY(${[...delegateIds]}::uuid[]) AND l.revoked_at IS NULL AND c.delegate_id = l.delegate_id
      AND c.checked_out_at IS NULL AND c.undone_at IS NULL AND l.handed_out_at >= c.checked_in_at`;
}

/** Marks the valid letters of these delegates that are not kept as kept sealed; answers how many there were. */
export async function keepLetters(tx: Transaction, delegateIds: readonly string[], { at, by }: { readonly at: Date; readonly by: string }): Promise<number> {
  return tx.$executeRaw`
    UPDATE letter SET kept_at = greatest(${at}, handed_out_at + interval '1 millisecond'), kept_by = ${by}
    WHERE delegate_id = ANY(${[...delegateIds]}::uuid[]) AND revoked_at IS NULL
      AND (kept_at IS NULL OR handed_out_at > kept_at)`;
}

/** Every letter that was ever made in a congress, by where it is. */
export async function countLetters(db: Handle, congressId: string): Promise<LetterCount> {
  const letters = await db.letter.findMany({ where: { delegate: { congressId } }, select: { revokedAt: true, handedOutAt: true, keptAt: true } });
  const standings = letters.map((letter) =>
    letterStanding({
      revokedAt: letter.revokedAt?.getTime() ?? null,
      handedOutAt: letter.handedOutAt?.getTime() ?? null,
      keptAt: letter.keptAt?.getTime() ?? null,
    }),
  );
  const of = (standing: LetterStanding) => standings.filter((one) => one === standing).length;
  return { made: standings.length, handedOut: of('handed-out'), kept: of('kept'), revoked: of('revoked') };
}
