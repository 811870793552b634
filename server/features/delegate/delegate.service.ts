import type { Delegate } from '#shared/contract/roll.ts';
import { checkNoClerk } from '#shared/domain/certification.ts';
import { ALLOWED } from '#shared/domain/verdict.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { AuditAct } from '#shared/document/audit-acts.ts';
import { actorName } from '../../caller.ts';
import type { SignedInCaller } from '../../caller.ts';
import { readClerkNames } from '../../db/account.repository.ts';
import { writeAudit } from '../../db/audit.repository.ts';
import { transact } from '../../db/client.ts';
import type { Database, Transaction } from '../../db/client.ts';
import * as roll from '../../db/delegate.repository.ts';
import type { DelegateLine } from '../../db/delegate.repository.ts';
import { announceChange } from '../../db/event.repository.ts';
import { lockUnadopted } from '../../preparation.ts';

type Kept = { readonly ok: true; readonly value: Delegate } | Refusal;

export async function addDelegate(db: Database, caller: SignedInCaller, line: DelegateLine): Promise<Kept> {
  return changeRoll(db, caller, async (tx) => {
    const added = await roll.createDelegate(tx, caller.congressId, line);
    return added.ok ? told(tx, caller, 'delegate added', line, added.id) : added;
  });
}

/** Refuses delegate-unknown, delegate-number-taken, and clerk-is-scrutineer for a scrutineer who would carry a clerk's name. */
export async function changeDelegate(db: Database, caller: SignedInCaller, id: string, line: DelegateLine): Promise<Kept> {
  return changeRoll(db, caller, async (tx) => {
    const delegate = await roll.findDelegate(tx, caller.congressId, id);
    if (delegate === null) return refuse('delegate-unknown');
    const apart = delegate.scrutineer ? checkNoClerk(line.name, await readClerkNames(tx, caller.congressId)) : ALLOWED;
    if (!apart.ok) return apart;
    const changed = await roll.changeDelegate(tx, id, line);
    return changed.ok ? told(tx, caller, 'delegate changed', line, id) : changed;
  });
}

export async function removeDelegate(db: Database, caller: SignedInCaller, id: string): Promise<{ ok: true; value: { ok: true } } | Refusal> {
  return changeRoll(db, caller, async (tx) => {
    const delegate = await roll.findDelegate(tx, caller.congressId, id);
    if (delegate === null) return refuse('delegate-unknown');
    if (delegate.scrutineer) return refuse('delegate-is-scrutineer');
    const removed = await roll.removeDelegate(tx, id);
    if (!removed.ok) return removed;
    await tell(tx, caller, 'delegate removed', describe(delegate));
    return { ok: true as const, value: { ok: true as const } };
  });
}

async function changeRoll<T extends { readonly ok: true }>(
  db: Database,
  caller: SignedInCaller,
  act: (tx: Transaction) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return transact<T>(db, async (tx) => {
    const locked = await lockUnadopted(tx, caller.congressId);
    return locked.ok ? act(tx) : locked;
  });
}

async function told(tx: Transaction, caller: SignedInCaller, act: AuditAct, line: DelegateLine, id: string): Promise<Kept> {
  await tell(tx, caller, act, describe(line));
  const value = await roll.findDelegate(tx, caller.congressId, id);
  return value === null ? refuse('delegate-unknown') : { ok: true, value };
}

async function tell(tx: Transaction, caller: SignedInCaller, act: AuditAct, detail: string): Promise<void> {
  await writeAudit(tx, { congressId: caller.congressId, actor: actorName(caller), act, detail });
  await announceChange(tx, caller.congressId, 'roll');
}

function describe({ number, name, delegation }: DelegateLine): string {
  return `${number} ${name} ${delegation}`;
}
