import type { z } from 'zod';
import type { DeletedCongress, askDeletion as askEndpoint } from '#shared/contract/archive.ts';
import { checkSecondPerson } from '#shared/domain/retention.ts';
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
import type { Deps } from '../../deps.ts';
import { isPassword } from '../../password.ts';
import { destroyRoundKeys } from '../../round-keys.ts';
import { dropSecret } from '../../second-factor.ts';
import { checkDue, dueOf, keepingAct, lockKept } from './keeping.service.ts';
import type { KeepingShown } from './keeping.service.ts';

/** The first signature. Refuses bad-password, not-published, retention-running, deletion-asked. */
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

/**
 * The second signature: everything of the congress goes in one transaction, and a stub stays. Boxes and keys lie
 * outside this database; they go right after it, and a crash in between is made good by the next repair. Refuses
 * bad-password, deletion-unasked, second-person-needed, not-published, retention-running.
 */
export async function confirmDeletion(deps: Deps, caller: SignedInCaller, password: string): Promise<{ readonly ok: true; readonly value: { readonly ok: true } } | Refusal> {
  if (!(await isOwnPassword(deps.db, caller, password))) return refuse('bad-password', { field: 'password' });
  const deleted = await transact(deps.db, async (tx) => {
    const locked = await lockKept(tx, caller.congressId);
    if (!locked.ok) return locked;
    const { congress, kept } = locked;
    const second = checkSecondPerson(kept.deletion?.accountId ?? null, caller.id);
    if (!second.ok) return second;
    const due = checkDue(congress, kept);
    if (!due.ok) return due;
    if (kept.deletion === null || kept.publishedAt === null) return refuse('deletion-unasked');
    await deleteCongress(tx, await stubOf(deps, tx, { congress, kept, request: kept.deletion, publishedAt: kept.publishedAt, confirmedBy: caller.name }));
    await announceChange(tx, congress.id, 'congress');
    return { ok: true as const, value: { ok: true as const } };
  });
  if (deleted.ok) await finishDeletions(deps);
  return deleted;
}

type Signed = { readonly congress: Congress; readonly kept: Kept; readonly request: DeletionRequest; readonly publishedAt: Date; readonly confirmedBy: string };

async function stubOf({ boxSql }: Deps, tx: Transaction, { congress, kept, request, publishedAt, confirmedBy }: Signed): Promise<Stub> {
  const { id, title, place, year, rehearsal } = congress;
  const records = await readRounds(tx, id);
  const rounds: DeletedCongress['rounds'] = [];
  for (const round of records) {
    const received = round.handCount?.received ?? (await countReceived(boxSql, round.id));
    rounds.push({ number: round.number, state: round.state, manifestHash: round.manifest?.hash ?? null, outcomeHash: round.outcome?.hash ?? null, received });
  }
  const { reason, askedBy, askedAt } = request;
  return {
    id, title, place, year, rehearsal, publishedAt, reason, askedBy, askedAt, confirmedBy,
    dueOn: dueOf(kept) ?? '',
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
