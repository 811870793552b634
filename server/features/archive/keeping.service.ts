import type { Keeping } from '#shared/contract/archive.ts';
import { checkDeletion, checkRetention, isUnderWay, keptUntil } from '#shared/domain/retention.ts';
import type { KeptFacts } from '#shared/domain/retention.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { AuditAct } from '#shared/document/audit-acts.ts';
import { actorName } from '../../caller.ts';
import type { SignedInCaller } from '../../caller.ts';
import { writeAudit } from '../../db/audit.repository.ts';
import { transact } from '../../db/client.ts';
import type { Database, Handle, Transaction } from '../../db/client.ts';
import { findCongress } from '../../db/congress.repository.ts';
import type { Congress } from '../../db/congress.repository.ts';
import { announceChange } from '../../db/event.repository.ts';
import { readKept, writeRetention } from '../../db/keeping.repository.ts';
import type { Kept } from '../../db/keeping.repository.ts';
import { lockCongressOf } from '../../preparation.ts';
import { dayInChina } from './day.ts';

export type KeepingShown = { readonly ok: true; readonly value: Keeping } | Refusal;

/** Refuses congress-unknown. */
export async function showKeeping(db: Handle, caller: SignedInCaller): Promise<KeepingShown> {
  const congress = await findCongress(db, caller.congressId);
  const kept = await readKept(db, caller.congressId);
  return congress === null || kept === null ? refuse('congress-unknown') : { ok: true, value: view(caller, congress, kept) };
}

/** Another time of keeping. Refuses retention-shorter once it runs. */
export async function changeRetention(db: Database, caller: SignedInCaller, months: number): Promise<KeepingShown> {
  return keepingAct(db, caller, async (tx, congress, kept) => {
    const verdict = checkRetention(dueOf(congress, kept), kept.retentionMonths, months);
    if (!verdict.ok) return verdict;
    await writeRetention(tx, congress.id, months);
    return { ok: true, act: 'retention changed', detail: `${String(kept.retentionMonths)} months, now ${String(months)}` };
  });
}

type Acted = { readonly ok: true; readonly act: AuditAct; readonly detail: string } | Refusal;

/** An act on how the congress is kept: congress locked, written, an audit line, everyone told. */
export async function keepingAct(
  db: Database,
  caller: SignedInCaller,
  act: (tx: Transaction, congress: Congress, kept: Kept) => Promise<Acted>,
): Promise<KeepingShown> {
  const { congressId } = caller;
  return transact(db, async (tx) => {
    const locked = await lockKept(tx, congressId);
    if (!locked.ok) return locked;
    const acted = await act(tx, locked.congress, locked.kept);
    if (!acted.ok) return acted;
    await writeAudit(tx, { congressId, actor: actorName(caller), act: acted.act, detail: acted.detail });
    await announceChange(tx, congressId, 'congress');
    return showKeeping(tx, caller);
  });
}

export async function lockKept(tx: Transaction, congressId: string): Promise<{ readonly ok: true; readonly congress: Congress; readonly kept: Kept } | Refusal> {
  const locked = await lockCongressOf(tx, congressId);
  if (!locked.ok) return locked;
  const kept = await readKept(tx, congressId);
  return kept === null ? refuse('congress-unknown') : { ok: true, congress: locked.congress, kept };
}

/** The first day on which the congress can be deleted; null where nobody voted. */
export function dueOf(congress: Congress, kept: Kept): string | null {
  return keptUntil(factsOf(congress, kept));
}

/** Refuses round-under-way and retention-running. */
export function checkDue(congress: Congress, kept: Kept) {
  return checkDeletion(factsOf(congress, kept), dayInChina(new Date()));
}

function factsOf({ rehearsal }: Congress, { retentionMonths, publishedAt, lastActAt, voted, rounds }: Kept): KeptFacts {
  return { rehearsal, months: retentionMonths, publishedOn: publishedAt === null ? null : dayInChina(publishedAt), lastActOn: dayInChina(lastActAt), voted, rounds };
}

function view(caller: SignedInCaller, congress: Congress, kept: Kept): Keeping {
  const { retentionMonths: months, publishedAt, archive, deletion } = kept;
  return {
    months,
    publishedAt: publishedAt?.toISOString() ?? null,
    due: dueOf(congress, kept),
    underWay: kept.rounds.some(isUnderWay),
    deletable: checkDue(congress, kept).ok,
    archive: archive === null ? null : { takenAt: archive.takenAt.toISOString(), takenBy: archive.takenBy, sha256: archive.sha256, size: archive.size },
    deletion: deletion === null ? null : { askedBy: deletion.askedBy, reason: deletion.reason, askedAt: deletion.askedAt.toISOString(), mine: deletion.accountId === caller.id },
  };
}
