import type { PrintedView } from '#shared/contract/printed.ts';
import type { Person } from '#shared/domain/printed.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { SignedInCaller } from '../../caller.ts';
import type { Transaction } from '../../db/client.ts';
import type { RoundRecord, ScrutineerRecord } from '../../db/round-record.ts';
import type { Deps } from '../../deps.ts';
import { actOnRound, scrutineerOf } from '../../round/act.ts';
import type { Acted } from '../../round/act.ts';
import { viewPrinted } from './view.ts';

export type Shown = { readonly ok: true; readonly value: PrintedView };

/** An act on a round whose answer is how its printed ballots stand. */
export async function actOnPrinted(
  deps: Deps,
  caller: SignedInCaller,
  roundId: string,
  act: (tx: Transaction, round: RoundRecord) => Promise<Acted | Refusal>,
): Promise<Shown | Refusal> {
  const done = await actOnRound(deps, caller, roundId, act);
  return done.ok ? viewPrinted(deps, caller, roundId) : done;
}

type Found = { readonly ok: true; readonly scrutineer: ScrutineerRecord } | Refusal;

/** Refuses forbidden to every scrutineer but the chief. */
export function chiefOf(round: RoundRecord, caller: SignedInCaller): Found {
  const found = scrutineerOf(round, caller);
  return found.ok && !found.scrutineer.chief ? refuse('forbidden') : found;
}

/** Who counts or keys: a clerk, or a scrutineer with a place on the manifest. Refuses scrutineer-unknown, forbidden. */
export function personOf(round: RoundRecord, caller: SignedInCaller): { readonly ok: true; readonly person: Person } | Refusal {
  if (caller.role === 'clerk') return { ok: true, person: { id: caller.id, role: 'clerk' } };
  if (caller.role !== 'scrutineer') return refuse('forbidden');
  const found = scrutineerOf(round, caller);
  return found.ok ? { ok: true, person: { id: caller.id, role: 'scrutineer' } } : found;
}
