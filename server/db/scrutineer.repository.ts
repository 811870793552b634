import { toBase64url } from '#shared/ballot-paper/base64url.ts';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import { keyCode } from '#shared/ballot-paper/scrutineer.ts';
import type { Scrutineer } from '#shared/contract/scrutineer.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { Handle, Transaction } from './client.ts';
import { violatedConstraint } from './failure.ts';
import type { Prisma } from './generated/client.ts';

const WITH_DELEGATE = { delegate: { select: { name: true, number: true } } } satisfies Prisma.ScrutineerInclude;
type Row = Prisma.ScrutineerGetPayload<{ include: typeof WITH_DELEGATE }>;

/** The chief first, then by manifest number, alternates last. */
export async function readScrutineers(db: Handle, congressId: string): Promise<Scrutineer[]> {
  const rows = await db.scrutineer.findMany({
    where: { congressId },
    include: WITH_DELEGATE,
    orderBy: [{ position: { sort: 'asc', nulls: 'last' } }, { delegate: { number: 'asc' } }],
  });
  return rows.map(fromRow);
}

export async function findScrutineer(db: Handle, congressId: string, id: string): Promise<Scrutineer | null> {
  const row = await db.scrutineer.findFirst({ where: { id, congressId }, include: WITH_DELEGATE });
  return row === null ? null : fromRow(row);
}

/** A scrutineer with the congress; found by the sign key or by an invitation that is not used up. */
export type FoundScrutineer = Scrutineer & { readonly congressId: string };

export async function findScrutineerByKey(db: Handle, sign: Bytes): Promise<FoundScrutineer | null> {
  const row = await db.scrutineer.findUnique({ where: { sign }, include: WITH_DELEGATE });
  return row === null ? null : { ...fromRow(row), congressId: row.congressId };
}

export async function findScrutineerByInvitation(db: Handle, invitationHash: string): Promise<FoundScrutineer | null> {
  const row = await db.scrutineer.findUnique({ where: { invitationHash }, include: WITH_DELEGATE });
  return row === null ? null : { ...fromRow(row), congressId: row.congressId };
}

/** The round ids for which box keys are made, in order. */
export async function readReservedRoundIds(db: Handle, congressId: string): Promise<string[]> {
  const rows = await db.reservedRound.findMany({ where: { congressId }, orderBy: { ordinal: 'asc' } });
  return rows.map((row) => row.id);
}

export type NewScrutineer = {
  readonly congressId: string;
  readonly delegateId: string;
  readonly chief: boolean;
  readonly alternate: boolean;
  /** Hex SHA-256 of the one-time invitation. */
  readonly invitationHash: string;
};

/** Refuses delegate-is-scrutineer for one who is on the list, chief-named for a second chief. */
export async function createScrutineer(tx: Transaction, scrutineer: NewScrutineer): Promise<{ ok: true; id: string } | Refusal> {
  try {
    const { id } = await tx.scrutineer.create({ data: scrutineer });
    return { ok: true, id };
  } catch (error) {
    const constraint = violatedConstraint(error);
    if (constraint === 'scrutineer_delegate_id_key') return refuse('delegate-is-scrutineer', { field: 'delegateId' });
    if (constraint === 'scrutineer_one_chief') return refuse('chief-named', { field: 'chief' });
    throw error;
  }
}

export async function setInvitation(tx: Transaction, id: string, invitationHash: string): Promise<void> {
  await tx.scrutineer.update({ where: { id }, data: { invitationHash } });
}

export type HandedKeys = {
  readonly sign: Bytes;
  readonly boxKeys: readonly { readonly roundId: string; readonly box: Bytes; readonly sig: Bytes }[];
};

/** Uses the invitation up and keeps the public keys. Refuses key-taken: a key stands for one scrutineer only. */
export async function enrolScrutineer(tx: Transaction, id: string, { sign, boxKeys }: HandedKeys): Promise<{ ok: true } | Refusal> {
  const copied = await tx.boxKey.count({ where: { OR: boxKeys.map(({ roundId, box }) => ({ roundId, box })) } });
  if (copied > 0) return refuse('key-taken', { field: 'boxKeys' });
  try {
    await tx.scrutineer.update({ where: { id }, data: { sign, enrolledAt: new Date(), invitationHash: null } });
    await tx.boxKey.createMany({ data: boxKeys.map((key) => ({ ...key, scrutineerId: id })) });
    return { ok: true };
  } catch (error) {
    if (violatedConstraint(error) === 'scrutineer_sign_key') return refuse('key-taken', { field: 'sign' });
    throw error;
  }
}

/** Takes one off the list; one whose signature stands in a file of a round stays as an alternate, without a place. */
export async function dismissScrutineer(tx: Transaction, id: string): Promise<void> {
  const acts = (await tx.certification.count({ where: { scrutineerId: id } })) + (await tx.decline.count({ where: { scrutineerId: id } }));
  if (acts === 0) await tx.scrutineer.delete({ where: { id } });
  else await tx.scrutineer.update({ where: { id }, data: { chief: false, alternate: true, position: null } });
}

/** Numbers for the manifest: the chief is 1, the others follow by delegate number; alternates have none. */
export async function numberScrutineers(tx: Transaction, congressId: string): Promise<void> {
  await tx.scrutineer.updateMany({ where: { congressId }, data: { position: null } });
  await tx.$executeRaw`
    UPDATE scrutineer SET position = ranked.position
    FROM (SELECT s.id, row_number() OVER (ORDER BY s.chief DESC, d.number) AS position
          FROM scrutineer s JOIN delegate d ON d.id = s.delegate_id
          WHERE s.congress_id = ${congressId} AND NOT s.alternate) AS ranked
    WHERE scrutineer.id = ranked.id`;
}

function fromRow({ id, delegateId, delegate, chief, alternate, position, sign }: Row): Scrutineer {
  return {
    id, delegateId, chief, alternate, position,
    name: delegate.name,
    delegateNumber: delegate.number,
    enrolled: sign !== null,
    sign: sign === null ? null : toBase64url(sign),
    keyCode: sign === null ? null : keyCode(sign),
  };
}
