import type { z } from 'zod';
import type { DeletedCongress, askDeletion as askEndpoint } from '#shared/contract/archive.ts';
import { checkSecondPerson } from '#shared/domain/retention.ts';
import type { DeletionAsked } from '#shared/domain/retention.ts';
import { firstRefusal } from '#shared/domain/verdict.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { SignedInCaller } from '../../caller.ts';
import { readAccount, readAccounts } from '../../db/account.repository.ts';
import { readAuditLog } from '../../db/audit.repository.ts';
import { countReceived, deleteBox } from '../../db/box.repository.ts';
import { transact } from '../../db/client.ts';
import type { Database, Handle, Transaction } from '../../db/client.ts';
import { countCongress, deleteCongress, readLeftovers, readStub, settleLeftovers } from '../../db/deletion.repository.ts';
import type { Stub } from '../../db/deletion.repository.ts';
import { announceChange } from '../../db/event.repository.ts';
import { addDeletionRequest, dropDeletionRequest } from '../../db/keeping.repository.ts';
import type { DeletionRequest, Kept } from '../../db/keeping.repository.ts';
import type { Congress } from '../../db/congress.repository.ts';
import { readRounds } from '../../db/round.repository.ts';
import { findScrutineer } from '../../db/scrutineer.repository.ts';
import type { Deps } from '../../deps.ts';
import { isPassword } from '../../password.ts';
import { destroyRoundKeys } from '../../round-keys.ts';
import { dropSecret } from '../../second-factor.ts';
import { checkDue, dueOf, keepingAct, lockKept } from './keeping.service.ts';
import type { KeepingShown } from './keeping.service.ts';

/** The first signature. Refuses bad-password, round-under-way, retention-running, deletion-asked. */
export async function askDeletion(db: Database, caller: SignedInCaller, { reason, password }: z.infer<typeof askEndpoint.body>): Promise<KeepingShown> {
  if (!(await isOwnPassword(db, caller, password))) return refuse('bad-password', { field: 'password' });
  return keepingAct(db, caller, async (tx, congress, kept) => {
    const due = checkDue(congress, kept);
    if (!due.ok) return due;
    const added = await addDeletionRequest(tx, congress.id, { accountId: caller.id, askedBy: caller.name, reason });
    return added ? { ok: true, act: 'deletion asked for', detail: reason } : refuse('deletion-asked');
  });
}

/** Any clerk may say that it is not wanted. Refuses deletion-unasked. */
export async function withdrawDeletion(db: Database, caller: SignedInCaller): Promise<KeepingShown> {
  return keepingAct(db, caller, async (tx, congress) =>
    (await dropDeletionRequest(tx, congress.id)) ? { ok: true, act: 'deletion withdrawn', detail: '' } : refuse('deletion-unasked'),
  );
}

/** The wish that stood before whoever confirms. */
type Seen = { readonly askedAt: string };
type Deleted = { readonly ok: true; readonly value: { readonly ok: true } } | Refusal;

/**
 * The second signature, by another clerk. Refuses bad-password, deletion-unasked (another wish than the one that was
 * read, too), second-person-needed, round-under-way, retention-running.
 */
export async function confirmDeletion(deps: Deps, caller: SignedInCaller, { password, askedAt }: Seen & { readonly password: string }): Promise<Deleted> {
  if (!(await isOwnPassword(deps.db, caller, password))) return refuse('bad-password', { field: 'password' });
  return deleteWhole(deps, caller.congressId, { askedAt }, () => Promise.resolve({ ok: true, id: caller.id, name: caller.name, role: 'clerk' }));
}

/** The second signature, by a scrutineer in place; an alternate has none. Refuses scrutineer-unknown, and what the clerk's does but the password. */
export async function confirmAsScrutineer(deps: Deps, caller: SignedInCaller, seen: Seen): Promise<Deleted> {
  return deleteWhole(deps, caller.congressId, seen, async (tx) => {
    const scrutineer = await findScrutineer(tx, caller.congressId, caller.id);
    if (scrutineer === null || scrutineer.position === null) return refuse('scrutineer-unknown');
    return { ok: true, id: scrutineer.id, name: scrutineer.name, role: 'scrutineer' };
  });
}

type Second = { readonly ok: true; readonly id: string; readonly name: string; readonly role: Stub['confirmedAs'] };

/**
 * Everything of the congress goes in one transaction, and a stub stays. Boxes and keys lie outside this database; they
 * go right after it, and a crash in between is made good by the next repair.
 */
async function deleteWhole(deps: Deps, congressId: string, seen: Seen, whoSigns: (tx: Transaction) => Promise<Second | Refusal>): Promise<Deleted> {
  const deleted = await transact(deps.db, async (tx) => {
    const locked = await lockKept(tx, congressId);
    if (!locked.ok) return locked;
    const { congress, kept } = locked;
    const second = await whoSigns(tx);
    if (!second.ok) return second;
    const verdict = firstRefusal(checkSecondPerson(askedOf(kept), { ...second, askedAt: Date.parse(seen.askedAt) }), checkDue(congress, kept));
    if (!verdict.ok) return verdict;
    if (kept.deletion === null) return refuse('deletion-unasked');
    await deleteCongress(tx, await stubOf(deps, tx, { congress, kept, request: kept.deletion, second }));
    await announceChange(tx, congress.id, 'congress');
    return { ok: true as const, value: { ok: true as const } };
  });
  if (deleted.ok) await finishDeletions(deps);
  return deleted;
}

function askedOf({ deletion }: Kept): DeletionAsked | null {
  return deletion === null ? null : { ...deletion, askedAt: deletion.askedAt.getTime() };
}

type Signed = { readonly congress: Congress; readonly kept: Kept; readonly request: DeletionRequest; readonly second: Second };

async function stubOf({ boxSql }: Deps, tx: Transaction, { congress, kept, request, second }: Signed): Promise<Stub> {
  const { id, title, place, year, rehearsal } = congress;
  const records = await readRounds(tx, id);
  const rounds: DeletedCongress['rounds'] = [];
  for (const round of records) {
    const received = round.handCount?.received ?? (await countReceived(boxSql, round.id));
    rounds.push({ number: round.number, state: round.state, manifestHash: round.manifest?.hash ?? null, outcomeHash: round.outcome?.hash ?? null, received });
  }
  const { reason, askedBy, askedAt } = request;
  return {
    id, title, place, year, rehearsal, reason, askedBy, askedAt,
    publishedAt: kept.publishedAt,
    confirmedBy: second.name,
    confirmedAs: second.role,
    dueOn: dueOf(congress, kept),
    deletedAt: new Date(),
    archiveSha256: kept.archive?.sha256 ?? null,
    auditHead: (await readAuditLog(tx, id)).at(-1)?.hash ?? null,
    counts: { ...(await countCongress(tx, id)), ballots: rounds.reduce((sum, { received }) => sum + received, 0) },
    rounds,
    roundsLeft: records.map((round) => round.id),
    accountsLeft: (await readAccounts(tx, id)).map((account) => account.id),
  };
}

/** Boxes and keys of deleted congresses that are still there. Called after a deletion and now and then. */
export async function finishDeletions({ db, boxSql, keys }: Deps): Promise<void> {
  for (const { id, roundsLeft, accountsLeft } of await readLeftovers(db)) {
    for (const roundId of roundsLeft) {
      await deleteBox(boxSql, roundId);
      await destroyRoundKeys(keys, roundId);
    }
    for (const accountId of accountsLeft) await dropSecret(keys, accountId);
    await settleLeftovers(db, id);
  }
}

/** Refuses congress-unknown for a congress that is there, or never was. */
export async function showDeleted(db: Handle, congressId: string): Promise<{ readonly ok: true; readonly value: DeletedCongress } | Refusal> {
  const value = await readStub(db, congressId);
  return value === null ? refuse('congress-unknown') : { ok: true, value };
}

async function isOwnPassword(db: Handle, caller: SignedInCaller, password: string): Promise<boolean> {
  const account = await readAccount(db, caller.congressId, caller.id);
  return account !== null && (await isPassword(account.passwordHash, password));
}
