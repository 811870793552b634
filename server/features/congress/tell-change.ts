import type { CongressSummary } from '#shared/contract/congress.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { AuditAct } from '#shared/document/audit-acts.ts';
import { actorName } from '../../caller.ts';
import type { SignedInCaller } from '../../caller.ts';
import { writeAudit } from '../../db/audit.repository.ts';
import type { Transaction } from '../../db/client.ts';
import { readCongressSummary } from '../../db/congress.repository.ts';
import { announceChange } from '../../db/event.repository.ts';

export type Summarized = { readonly ok: true; readonly value: CongressSummary } | Refusal;

/** Ends an act on a congress: the audit line, the announcement, and the congress as it is now. */
export async function tellChange(tx: Transaction, caller: SignedInCaller, act: AuditAct, detail: string): Promise<Summarized> {
  await writeAudit(tx, { congressId: caller.congressId, actor: actorName(caller), act, detail });
  await announceChange(tx, caller.congressId, 'congress');
  const value = await readCongressSummary(tx, caller.congressId);
  return value === null ? refuse('congress-unknown') : { ok: true, value };
}
