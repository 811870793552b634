import type { z } from 'zod';
import { fromBase64url } from '#shared/ballot-paper/base64url.ts';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import { isUsablePoint } from '#shared/ballot-paper/points.ts';
import type { registerLetters as registerEndpoint } from '#shared/contract/roll.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import { actorName } from '../../caller.ts';
import type { SignedInCaller } from '../../caller.ts';
import { writeAudit } from '../../db/audit.repository.ts';
import { transact } from '../../db/client.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { findDelegate, findOnRoll } from '../../db/delegate.repository.ts';
import { announceChange } from '../../db/event.repository.ts';
import { createLetters, revokeLetters } from '../../db/letter.repository.ts';
import { drewInHand, findRoundInHand } from '../../db/round-in-hand.repository.ts';
import { lockCongressOf } from '../../preparation.ts';

type Letters = z.infer<typeof registerEndpoint.body>['letters'];
type NewLetter = { readonly delegateId: string; readonly pk: Bytes };

/**
 * Registers a batch whose print is confirmed; earlier letters of these delegates are revoked. Refuses
 * bad-format, delegate-unknown, key-taken, letter-in-use (a paper was drawn with the old letter), and
 * roll-frozen while a manifest stands: it names the old keys, a new letter could not draw.
 */
export async function registerLetters(db: Database, caller: SignedInCaller, letters: Letters): Promise<{ ok: true; value: { registered: number } } | Refusal> {
  const read = readLetters(letters);
  if (!read.ok) return read;
  const delegateIds = letters.map((letter) => letter.delegateId);
  return transact(db, async (tx) => {
    const locked = await lockCongressOf(tx, caller.congressId);
    if (!locked.ok) return locked;
    if ((await findOnRoll(tx, caller.congressId, delegateIds)).size !== delegateIds.length) return refuse('delegate-unknown', { field: 'letters' });
    if (await drewInHand(tx, delegateIds)) return refuse('letter-in-use');
    if ((await findRoundInHand(tx, caller.congressId))?.hasManifest === true) return refuse('roll-frozen');
    const replaced = await revokeLetters(tx, delegateIds, 'replaced');
    const created = await createLetters(tx, read.letters);
    if (!created.ok) return created;
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
    if ((await revokeLetters(tx, [delegateId], reason)) === 0) return refuse('letters-missing');
    await tell(tx, caller, 'letter revoked', `${delegate.number} ${delegate.name}: ${reason}`);
    return { ok: true as const, value: { ok: true as const } };
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

async function tell(tx: Transaction, caller: SignedInCaller, act: string, detail: string): Promise<void> {
  await writeAudit(tx, { congressId: caller.congressId, actor: actorName(caller), act, detail });
  await announceChange(tx, caller.congressId, 'roll');
}
