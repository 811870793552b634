import { checkPreparing } from '#shared/domain/congress.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import { readStandingSubjects } from './db/adoption.repository.ts';
import type { Transaction } from './db/client.ts';
import { lockAndReadCongress } from './db/congress.repository.ts';
import type { Congress } from './db/congress.repository.ts';

export type Locked = { readonly ok: true; readonly congress: Congress } | Refusal;

/** Locks the congress for the rest of the transaction. Refuses congress-unknown. */
export async function lockCongressOf(tx: Transaction, congressId: string): Promise<Locked> {
  const congress = await lockAndReadCongress(tx, congressId);
  return congress === null ? refuse('congress-unknown') : { ok: true, congress };
}

/** Locks a congress whose list of scrutineers may still change. Refuses frozen-by-adoption. */
export async function lockPreparing(tx: Transaction, congressId: string): Promise<Locked> {
  const locked = await lockCongressOf(tx, congressId);
  if (!locked.ok) return locked;
  const verdict = checkPreparing(locked.congress.state);
  return verdict.ok ? locked : verdict;
}

/**
 * Locks a congress whose method, projects and roll may still change: from the moment the method is carried
 * they are what the meeting adopted, though the scrutineers are not adopted yet. Refuses frozen-by-adoption.
 */
export async function lockUnadopted(tx: Transaction, congressId: string): Promise<Locked> {
  const locked = await lockPreparing(tx, congressId);
  if (!locked.ok) return locked;
  return (await readStandingSubjects(tx, congressId)).has('method') ? refuse('frozen-by-adoption') : locked;
}
