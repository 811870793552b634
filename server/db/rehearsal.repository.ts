import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import type { Handle, Transaction } from './client.ts';

/**
 * The secrets of a rehearsal (演练), which protect nothing. A trigger of the database refuses them for a
 * real congress; reading goes through the congress's own flag.
 */
export type RehearsalSecrets = {
  readonly letters: { delegateId: string; number: string; name: string; code: string; scrutineer: boolean }[];
  readonly sheets: { scrutineerId: string; name: string; chief: boolean; code: string }[];
  readonly accounts: { name: string; role: 'clerk' | 'office'; password: string }[];
};

export async function hasRehearsal(db: Handle): Promise<boolean> {
  return (await db.congress.count({ where: { rehearsal: true } })) > 0;
}

/** How many rehearsals were made since this instant. */
export async function countRehearsalsSince(db: Handle, since: Date): Promise<number> {
  return db.congress.count({ where: { rehearsal: true, createdAt: { gte: since } } });
}

/** Letters by delegate number, of each delegate the one that is valid; sheets by manifest number. Empty for a congress that is real. */
export async function readRehearsalSecrets(db: Handle, congressId: string): Promise<RehearsalSecrets> {
  const letters = await db.$queryRaw<RehearsalSecrets['letters']>`
    SELECT DISTINCT ON (d.number) d.id AS "delegateId", d.number, d.name, r.code, s.id IS NOT NULL AS scrutineer
    FROM rehearsal_letter r JOIN delegate d ON d.id = r.delegate_id JOIN congress c ON c.id = d.congress_id
    LEFT JOIN scrutineer s ON s.delegate_id = d.id
    LEFT JOIN letter l ON l.delegate_id = d.id AND l.revoked_at IS NULL
    WHERE c.id = ${congressId} AND c.rehearsal
    ORDER BY d.number, CASE WHEN r.pk = l.pk THEN 0 WHEN r.pk IS NULL THEN 1 ELSE 2 END`;
  const sheets = await db.$queryRaw<RehearsalSecrets['sheets']>`
    SELECT s.id AS "scrutineerId", d.name, s.chief, r.code
    FROM rehearsal_sheet r JOIN scrutineer s ON s.id = r.scrutineer_id JOIN delegate d ON d.id = s.delegate_id
    JOIN congress c ON c.id = s.congress_id
    WHERE c.id = ${congressId} AND c.rehearsal ORDER BY s.position`;
  const accounts = await db.$queryRaw<RehearsalSecrets['accounts']>`
    SELECT a.name, a.role::text AS role, r.password
    FROM rehearsal_account r JOIN account a ON a.id = r.account_id JOIN congress c ON c.id = a.congress_id
    WHERE c.id = ${congressId} AND c.rehearsal ORDER BY a.role`;
  return { letters, sheets, accounts };
}

export type RehearsalDelegate = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly delegation: string;
  readonly pk: Bytes;
  readonly code: string;
};

export async function addRehearsalRoll(tx: Transaction, congressId: string, roll: readonly RehearsalDelegate[]): Promise<void> {
  await tx.delegate.createMany({ data: roll.map(({ id, number, name, delegation }) => ({ id, congressId, number, name, delegation })) });
  await tx.letter.createMany({ data: roll.map(({ id, pk }) => ({ delegateId: id, pk })) });
  await tx.rehearsalLetter.createMany({ data: roll.map(({ id, code }) => ({ delegateId: id, code })) });
}

/** Letters made anew; one that is kept already stays as it is. */
export async function addRehearsalLetters(tx: Transaction, letters: readonly { readonly delegateId: string; readonly code: string; readonly pk: Bytes }[]): Promise<void> {
  await tx.rehearsalLetter.createMany({ data: [...letters], skipDuplicates: true });
}

export type RehearsalScrutineer = {
  readonly id: string;
  readonly delegateId: string;
  readonly position: number;
  readonly sign: Bytes;
  readonly boxKeys: readonly { readonly roundId: string; readonly box: Bytes; readonly sig: Bytes }[];
  readonly code: string;
};

/** Scrutineers who have made their keys; the first is the chief. */
export async function addRehearsalScrutineers(tx: Transaction, congressId: string, all: readonly RehearsalScrutineer[]): Promise<void> {
  const enrolledAt = new Date();
  await tx.scrutineer.createMany({
    data: all.map(({ id, delegateId, position, sign }) => ({
      id, congressId, delegateId, position, sign, enrolledAt, chief: position === 1, alternate: false,
    })),
  });
  await tx.boxKey.createMany({ data: all.flatMap(({ id, boxKeys }) => boxKeys.map((key) => ({ ...key, scrutineerId: id }))) });
  await tx.rehearsalSheet.createMany({ data: all.map(({ id, code }) => ({ scrutineerId: id, code })) });
}

export async function keepRehearsalPassword(tx: Transaction, accountId: string, password: string): Promise<void> {
  await tx.rehearsalAccount.create({ data: { accountId, password } });
}
