import type { RoundDetail } from '#shared/contract/round.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { AuditAct } from '#shared/document/audit-acts.ts';
import { actorName } from '../caller.ts';
import type { SignedInCaller } from '../caller.ts';
import { writeAudit } from '../db/audit.repository.ts';
import { transact } from '../db/client.ts';
import type { Transaction } from '../db/client.ts';
import { announceChange } from '../db/event.repository.ts';
import type { RoundRecord, ScrutineerRecord } from '../db/round-record.ts';
import { lockRound, readRound } from '../db/round.repository.ts';
import type { Deps } from '../deps.ts';
import { syncBox } from './box-sync.ts';
import { viewRound } from './view.ts';

/** What an act leaves in the audit log. */
export type Acted = { readonly ok: true; readonly act: AuditAct; readonly detail: string };
export type Shown = { readonly ok: true; readonly value: RoundDetail };

/**
 * One act on a round: the round locked, everything written or nothing, the audit line in the same
 * transaction, everyone told. Then the box follows the round's state, and the answer is the round as it stands.
 */
export async function actOnRound(
  deps: Deps,
  caller: SignedInCaller,
  roundId: string,
  act: (tx: Transaction, round: RoundRecord) => Promise<Acted | Refusal>,
): Promise<Shown | Refusal> {
  const done = await transact(deps.db, async (tx) => {
    const round = await lockRound(tx, roundId);
    if (round === null) return refuse('round-unknown');
    if (round.congress.id !== caller.congressId) return refuse('another-congress');
    const acted = await act(tx, round);
    if (!acted.ok) return acted;
    const detail = `round ${String(round.number)}: ${acted.detail}`;
    await writeAudit(tx, { congressId: round.congress.id, actor: actorName(caller), act: acted.act, detail });
    await announceChange(tx, round.congress.id, 'round');
    return acted;
  });
  if (!done.ok) return done;
  await syncBox(deps, roundId);
  return showRound(deps, roundId);
}

export async function showRound(deps: Deps, roundId: string): Promise<Shown | Refusal> {
  const round = await readRound(deps.db, roundId);
  return round === null ? refuse('round-unknown') : { ok: true, value: await viewRound(deps, round) };
}

/** A round for reading by someone signed in to its congress. */
export async function roundOf(deps: Deps, caller: SignedInCaller, roundId: string): Promise<{ ok: true; round: RoundRecord } | Refusal> {
  const round = await readRound(deps.db, roundId);
  if (round === null) return refuse('round-unknown');
  return round.congress.id === caller.congressId ? { ok: true, round } : refuse('another-congress');
}

type Found = { readonly ok: true; readonly scrutineer: ScrutineerRecord } | Refusal;

/** The caller's place on the manifest; an alternate has none. Refuses scrutineer-unknown. */
export function scrutineerOf(round: RoundRecord, caller: SignedInCaller): Found {
  const scrutineer = round.scrutineers.find((one) => one.id === caller.id);
  return scrutineer === undefined ? refuse('scrutineer-unknown') : { ok: true, scrutineer };
}
