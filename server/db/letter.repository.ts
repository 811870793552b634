import type { Bytes } from '#shared/ballot-paper/bytes.ts';
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
