import type { z } from 'zod';
import type { Scrutineer, nameScrutineer as nameEndpoint } from '#shared/contract/scrutineer.ts';
import { checkNoClerk } from '#shared/domain/certification.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { AuditAct } from '#shared/document/audit-acts.ts';
import { actorName } from '../../caller.ts';
import type { SignedInCaller } from '../../caller.ts';
import { readClerkNames } from '../../db/account.repository.ts';
import { writeAudit } from '../../db/audit.repository.ts';
import { transact } from '../../db/client.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { findDelegate } from '../../db/delegate.repository.ts';
import { announceChange } from '../../db/event.repository.ts';
import * as scrutineers from '../../db/scrutineer.repository.ts';
import { newOneTimeToken } from '../../one-time-token.ts';
import { lockPreparing } from '../../preparation.ts';

/**
 * Names a delegate; the invitation is answered once and only its hash is kept. Refuses delegate-unknown,
 * clerk-is-scrutineer (a clerk's account carries the name), delegate-is-scrutineer, chief-named,
 * bad-request for a chief who would be an alternate.
 */
export async function nameScrutineer(
  db: Database,
  caller: SignedInCaller,
  { delegateId, chief, alternate }: z.infer<typeof nameEndpoint.body>,
): Promise<{ ok: true; value: { scrutineer: Scrutineer; invitation: string } } | Refusal> {
  if (chief && alternate) return refuse('bad-request', { field: 'alternate' });
  const { token: invitation, hash: invitationHash } = newOneTimeToken();
  return changeList(db, caller, async (tx) => {
    const delegate = await findDelegate(tx, caller.congressId, delegateId);
    if (delegate === null) return refuse('delegate-unknown', { field: 'delegateId' });
    const apart = checkNoClerk(delegate.name, await readClerkNames(tx, caller.congressId));
    if (!apart.ok) return { ...apart, field: 'delegateId' };
    const created = await scrutineers.createScrutineer(tx, { congressId: caller.congressId, delegateId, chief, alternate, invitationHash });
    if (!created.ok) return created;
    await scrutineers.numberScrutineers(tx, caller.congressId);
    await tell(tx, caller, chief ? 'chief scrutineer named' : 'scrutineer named', `${delegate.number} ${delegate.name}${alternate ? ', alternate' : ''}`);
    const scrutineer = await scrutineers.findScrutineer(tx, caller.congressId, created.id);
    return scrutineer === null ? refuse('scrutineer-unknown') : { ok: true as const, value: { scrutineer, invitation } };
  });
}

/** A new invitation; the old one stops working. Refuses scrutineer-unknown, invitation-used after the enrolment. */
export async function inviteAgain(db: Database, caller: SignedInCaller, id: string): Promise<{ ok: true; value: { invitation: string } } | Refusal> {
  const { token: invitation, hash } = newOneTimeToken();
  return changeList(db, caller, async (tx) => {
    const scrutineer = await scrutineers.findScrutineer(tx, caller.congressId, id);
    if (scrutineer === null) return refuse('scrutineer-unknown');
    if (scrutineer.enrolled) return refuse('invitation-used');
    await scrutineers.setInvitation(tx, id, hash);
    await tell(tx, caller, 'scrutineer invited again', `${scrutineer.delegateNumber} ${scrutineer.name}`);
    return { ok: true as const, value: { invitation } };
  });
}

/** Refuses scrutineer-unknown. */
export async function dismissScrutineer(db: Database, caller: SignedInCaller, id: string): Promise<{ ok: true; value: { ok: true } } | Refusal> {
  return changeList(db, caller, async (tx) => {
    const scrutineer = await scrutineers.findScrutineer(tx, caller.congressId, id);
    if (scrutineer === null) return refuse('scrutineer-unknown');
    await scrutineers.dismissScrutineer(tx, id);
    await scrutineers.numberScrutineers(tx, caller.congressId);
    await tell(tx, caller, 'scrutineer taken off the list', `${scrutineer.delegateNumber} ${scrutineer.name}`);
    return { ok: true as const, value: { ok: true as const } };
  });
}

async function changeList<T extends { readonly ok: true }>(
  db: Database,
  caller: SignedInCaller,
  act: (tx: Transaction) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return transact<T>(db, async (tx) => {
    const locked = await lockPreparing(tx, caller.congressId);
    return locked.ok ? act(tx) : locked;
  });
}

async function tell(tx: Transaction, caller: SignedInCaller, act: AuditAct, detail: string): Promise<void> {
  await writeAudit(tx, { congressId: caller.congressId, actor: actorName(caller), act, detail });
  await announceChange(tx, caller.congressId, 'scrutineers');
}
