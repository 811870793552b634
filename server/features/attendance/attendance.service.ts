import type { Delegate } from '#shared/contract/roll.ts';
import { checkIn, checkOut, undoCheckIn } from '#shared/domain/attendance.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { AuditAct } from '#shared/document/audit-acts.ts';
import { actorName } from '../../caller.ts';
import type { SignedInCaller } from '../../caller.ts';
import { writeAudit } from '../../db/audit.repository.ts';
import { beginStays, endStay, undoStays } from '../../db/check-in.repository.ts';
import { transact } from '../../db/client.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { findDelegate, findDelegateByNumber, readRoll, setLeave } from '../../db/delegate.repository.ts';
import { announceChange } from '../../db/event.repository.ts';
import { handOutLetters, keepLetters, undoHandOuts } from '../../db/letter.repository.ts';
import { drewInHand } from '../../db/round-in-hand.repository.ts';
import { lockCongressOf } from '../../preparation.ts';

type Kept = { readonly ok: true; readonly value: Delegate } | Refusal;

/** Refuses delegate-unknown, already-checked-in. */
export async function checkInByNumber(db: Database, caller: SignedInCaller, number: string): Promise<Kept> {
  return atTheDesk(db, caller, async (tx) => {
    const delegate = await findDelegateByNumber(tx, caller.congressId, number);
    if (delegate === null) return refuse('delegate-unknown', { field: 'number', figures: { number } });
    const move = checkIn(delegate.attendance);
    if (!move.ok) return move;
    const begun = await arrive(tx, caller, [delegate.id]);
    return begun.ok ? told(tx, caller, 'checked in', delegate) : begun;
  });
}

/** Refuses delegate-unknown for a number that is not on the roll; then nobody is checked in. */
export async function checkInMany(
  db: Database,
  caller: SignedInCaller,
  numbers: readonly string[],
): Promise<{ ok: true; value: { checkedIn: number; already: number } } | Refusal> {
  return atTheDesk(db, caller, async (tx) => {
    const found = await findNamed(tx, caller, numbers);
    if (!found.ok) return found;
    const { named } = found;
    const coming = named.filter((delegate) => checkIn(delegate.attendance).ok);
    const begun = await arrive(tx, caller, coming.map((delegate) => delegate.id));
    if (!begun.ok) return begun;
    await tell(tx, caller, 'checked in', coming.map((delegate) => delegate.number).join(' '));
    return { ok: true as const, value: { checkedIn: coming.length, already: named.length - coming.length } };
  });
}

/** Stops drawing, never casting; the letter is taken back and kept. Refuses delegate-unknown, not-checked-in. */
export async function checkOutDelegate(db: Database, caller: SignedInCaller, id: string): Promise<Kept> {
  return ofDelegate(db, caller, id, async (tx, delegate) => {
    const move = checkOut(delegate.attendance);
    if (!move.ok) return move;
    await endStay(tx, id);
    await keepLetters(tx, [id], { at: new Date(), by: caller.name });
    return told(tx, caller, 'checked out', delegate);
  });
}

/** Takes a mistaken mark back. Refuses delegate-unknown, not-checked-in, check-in-used (a paper of the round in hand was drawn). */
export async function undoDelegate(db: Database, caller: SignedInCaller, id: string): Promise<Kept> {
  return ofDelegate(db, caller, id, async (tx, delegate) => {
    const move = undoCheckIn(delegate.attendance, await drewInHand(tx, [id]));
    if (!move.ok) return move;
    await takeBack(tx, [id]);
    return told(tx, caller, 'check-in undone', delegate);
  });
}

/** Takes several marks back, all or none. Those no longer in the hall are left out. Refuses delegate-unknown, check-in-used. */
export async function undoMany(db: Database, caller: SignedInCaller, numbers: readonly string[]): Promise<{ ok: true; value: { undone: number } } | Refusal> {
  return atTheDesk(db, caller, async (tx) => {
    const found = await findNamed(tx, caller, numbers);
    if (!found.ok) return found;
    const here = found.named.filter((delegate) => delegate.attendance === 'present');
    const ids = here.map((delegate) => delegate.id);
    if (await drewInHand(tx, ids)) return refuse('check-in-used');
    await takeBack(tx, ids);
    await tell(tx, caller, 'check-in undone', here.map((delegate) => delegate.number).join(' '));
    return { ok: true as const, value: { undone: here.length } };
  });
}

/** Leave of several recorded or withdrawn; one in the hall has none. Refuses delegate-unknown: then nobody's changes. */
export async function markLeaveOfMany(
  db: Database,
  caller: SignedInCaller,
  numbers: readonly string[],
  leave: boolean,
): Promise<{ ok: true; value: { marked: number; inHall: number } } | Refusal> {
  return atTheDesk(db, caller, async (tx) => {
    const found = await findNamed(tx, caller, numbers);
    if (!found.ok) return found;
    const away = found.named.filter((delegate) => delegate.attendance !== 'present');
    await setLeave(tx, away.map((delegate) => delegate.id), leave);
    await tell(tx, caller, leave ? 'leave recorded' : 'leave withdrawn', away.map((delegate) => delegate.number).join(' '));
    return { ok: true as const, value: { marked: away.length, inHall: found.named.length - away.length } };
  });
}

/** Leave recorded or withdrawn. Refuses delegate-unknown, already-checked-in: one who is here has no leave. */
export async function markLeave(db: Database, caller: SignedInCaller, id: string, leave: boolean): Promise<Kept> {
  return ofDelegate(db, caller, id, async (tx, delegate) => {
    if (leave && delegate.attendance === 'present') return refuse('already-checked-in');
    await setLeave(tx, [id], leave);
    return told(tx, caller, leave ? 'leave recorded' : 'leave withdrawn', delegate);
  });
}

/** The delegates of these numbers, each once. Refuses delegate-unknown with the first number that is not on the roll. */
async function findNamed(tx: Transaction, caller: SignedInCaller, numbers: readonly string[]): Promise<{ ok: true; named: Delegate[] } | Refusal> {
  const roll = new Map((await readRoll(tx, caller.congressId)).map((delegate) => [delegate.number, delegate]));
  const unknown = numbers.find((number) => !roll.has(number));
  if (unknown !== undefined) return refuse('delegate-unknown', { field: 'numbers', figures: { number: unknown } });
  return { ok: true, named: [...new Set(numbers)].flatMap((number) => roll.get(number) ?? []) };
}

/** In the hall, with the letter in the hand: it is handed out at check-in unless it was before. */
async function arrive(tx: Transaction, caller: SignedInCaller, delegateIds: readonly string[]): Promise<{ ok: true } | Refusal> {
  const at = new Date();
  const begun = await beginStays(tx, caller.congressId, delegateIds, at);
  if (begun.ok) await handOutLetters(tx, delegateIds, { at, by: caller.name });
  return begun;
}

async function takeBack(tx: Transaction, delegateIds: readonly string[]): Promise<void> {
  await undoHandOuts(tx, delegateIds);
  await undoStays(tx, delegateIds);
}

async function ofDelegate(
  db: Database,
  caller: SignedInCaller,
  id: string,
  act: (tx: Transaction, delegate: Delegate) => Promise<Kept>,
): Promise<Kept> {
  return atTheDesk(db, caller, async (tx) => {
    const delegate = await findDelegate(tx, caller.congressId, id);
    return delegate === null ? refuse('delegate-unknown') : act(tx, delegate);
  });
}

/** Under the congress's lock: no paper is issued between the check and the mark. */
async function atTheDesk<T extends { readonly ok: true }>(
  db: Database,
  caller: SignedInCaller,
  act: (tx: Transaction) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return transact<T>(db, async (tx) => {
    const locked = await lockCongressOf(tx, caller.congressId);
    return locked.ok ? act(tx) : locked;
  });
}

async function told(tx: Transaction, caller: SignedInCaller, act: AuditAct, { id, number, name }: Delegate): Promise<Kept> {
  await tell(tx, caller, act, `${number} ${name}`);
  const value = await findDelegate(tx, caller.congressId, id);
  return value === null ? refuse('delegate-unknown') : { ok: true, value };
}

async function tell(tx: Transaction, caller: SignedInCaller, act: AuditAct, detail: string): Promise<void> {
  await writeAudit(tx, { congressId: caller.congressId, actor: actorName(caller), act, detail });
  await announceChange(tx, caller.congressId, 'attendance');
}
