import type { z } from 'zod';
import { fromBase64url } from '#shared/ballot-paper/base64url.ts';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import { isUsablePoint } from '#shared/ballot-paper/points.ts';
import type { registerLetters as registerEndpoint } from '#shared/contract/roll.ts';
import { lettersUnaccounted } from '#shared/domain/letter.ts';
import type { LetterCount } from '#shared/domain/letter.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { AuditAct } from '#shared/document/audit-acts.ts';
import { actorName } from '../../caller.ts';
import type { SignedInCaller } from '../../caller.ts';
import { writeAudit } from '../../db/audit.repository.ts';
import { transact } from '../../db/client.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { findInHall } from '../../db/check-in.repository.ts';
import { findDelegate, findOnRoll, readRoll } from '../../db/delegate.repository.ts';
import { announceChange } from '../../db/event.repository.ts';
import * as repository from '../../db/letter.repository.ts';
import { drewInHand, findRoundInHand } from '../../db/round-in-hand.repository.ts';
import { lockCongressOf } from '../../preparation.ts';

type Letters = z.infer<typeof registerEndpoint.body>['letters'];
type NewLetter = { readonly delegateId: string; readonly pk: Bytes };

/**
 * Registers a batch whose print is confirmed; earlier letters of these delegates are revoked, and one who is in the hall
 * has the new letter in the hand. The same batch again says the same and changes nothing: its answer may have been lost.
 * Refuses bad-format, delegate-unknown, key-taken (a key of another delegate, of a revoked letter, or of a batch that is
 * not wholly registered), letter-in-use (a paper was drawn with the old letter), and roll-frozen while a manifest
 * stands: it names the old keys, a new letter could not draw.
 */
export async function registerLetters(db: Database, caller: SignedInCaller, letters: Letters): Promise<{ ok: true; value: { registered: number } } | Refusal> {
  const read = readLetters(letters);
  if (!read.ok) return read;
  const delegateIds = letters.map((letter) => letter.delegateId);
  return transact(db, async (tx) => {
    const locked = await lockCongressOf(tx, caller.congressId);
    if (!locked.ok) return locked;
    if ((await findOnRoll(tx, caller.congressId, delegateIds)).size !== delegateIds.length) return refuse('delegate-unknown', { field: 'letters' });
    if (await repository.areValid(tx, read.letters)) return { ok: true as const, value: { registered: letters.length } };
    if (await drewInHand(tx, delegateIds)) return refuse('letter-in-use');
    if ((await findRoundInHand(tx, caller.congressId))?.hasManifest === true) return refuse('roll-frozen');
    const replaced = await repository.revokeLetters(tx, delegateIds, 'replaced');
    const created = await repository.createLetters(tx, read.letters);
    if (!created.ok) return created;
    const inHall = await findInHall(tx, delegateIds);
    await repository.handOutLetters(tx, [...inHall], { at: new Date(), by: caller.name });
    await tell(tx, caller, 'letters registered', `${String(letters.length)} made, ${String(replaced)} replaced`);
    return { ok: true as const, value: { registered: letters.length } };
  });
}

/** Revokes the valid letter of a delegate. Refuses delegate-unknown, letters-missing (there is none), letter-in-use. */
export async function revokeLetter(db: Database, caller: SignedInCaller, delegateId: string, reason: string): Promise<{ ok: true; value: { ok: true } } | Refusal> {
  return transact(db, async (tx) => {
    const locked = await lockCongressOf(tx, caller.congressId);
    if (!locked.ok) return locked;
    const delegate = await findDelegate(tx, caller.congressId, delegateId);
    if (delegate === null) return refuse('delegate-unknown');
    if (await drewInHand(tx, [delegateId])) return refuse('letter-in-use');
    if ((await repository.revokeLetters(tx, [delegateId], reason)) === 0) return refuse('letters-missing');
    await tell(tx, caller, 'letter revoked', `${delegate.number} ${delegate.name}: ${reason}`);
    return { ok: true as const, value: { ok: true as const } };
  });
}

/** Every letter ever made, and those of which nobody has said where they are. */
export async function countLetters(db: Database, caller: SignedInCaller): Promise<{ ok: true; value: LetterCount & { unaccounted: number } }> {
  const counted = await repository.countLetters(db, caller.congressId);
  return { ok: true, value: { ...counted, unaccounted: lettersUnaccounted(counted) } };
}

type Marked = { readonly ok: true; readonly value: { marked: number; others: number } } | Refusal;

/** Letters given to their delegates before or beside check-in. Refuses delegate-unknown: then none is marked. */
export async function handOutLetters(db: Database, caller: SignedInCaller, numbers: readonly string[]): Promise<Marked> {
  return mark(db, caller, numbers, 'letters handed out', (tx, ids, by) => repository.handOutLetters(tx, ids, by));
}

/** Letters counted and sealed; one who is in the hall has the letter in the hand. Refuses delegate-unknown: then none is marked. */
export async function keepLetters(db: Database, caller: SignedInCaller, numbers: readonly string[]): Promise<Marked> {
  return mark(db, caller, numbers, 'letters kept sealed', async (tx, ids, by) => {
    const inHall = await findInHall(tx, ids);
    return repository.keepLetters(tx, ids.filter((id) => !inHall.has(id)), by);
  });
}

type MarkLetters = (tx: Transaction, delegateIds: readonly string[], by: { at: Date; by: string }) => Promise<number>;

async function mark(db: Database, caller: SignedInCaller, numbers: readonly string[], act: AuditAct, marking: MarkLetters): Promise<Marked> {
  return transact<Extract<Marked, { ok: true }>>(db, async (tx) => {
    const locked = await lockCongressOf(tx, caller.congressId);
    if (!locked.ok) return locked;
    const roll = new Map((await readRoll(tx, caller.congressId)).map(({ number, id }) => [number, id]));
    const unknown = numbers.find((number) => !roll.has(number));
    if (unknown !== undefined) return refuse('delegate-unknown', { field: 'numbers', figures: { number: unknown } });
    const named = [...new Set(numbers)];
    const marked = await marking(tx, named.flatMap((number) => roll.get(number) ?? []), { at: new Date(), by: caller.name });
    await tell(tx, caller, act, `${String(marked)}: ${named.join(' ')}`);
    return { ok: true, value: { marked, others: named.length - marked } };
  });
}

/** Refuses bad-format for a key that is none, key-taken and bad-request for a key or delegate that the batch names twice. */
function readLetters(letters: Letters): { ok: true; letters: NewLetter[] } | Refusal {
  const read: NewLetter[] = [];
  for (const [index, { delegateId, pk: text }] of letters.entries()) {
    const pk = fromBase64url(text, 32);
    if (pk === null || !isUsablePoint(pk)) return refuse('bad-format', { field: `letters.${String(index)}.pk` });
    read.push({ delegateId, pk });
  }
  if (new Set(letters.map((letter) => letter.pk)).size !== letters.length) return refuse('key-taken', { field: 'letters' });
  if (new Set(letters.map((letter) => letter.delegateId)).size !== letters.length) return refuse('bad-request', { field: 'letters' });
  return { ok: true, letters: read };
}

async function tell(tx: Transaction, caller: SignedInCaller, act: AuditAct, detail: string): Promise<void> {
  await writeAudit(tx, { congressId: caller.congressId, actor: actorName(caller), act, detail });
  await announceChange(tx, caller.congressId, 'roll');
}
