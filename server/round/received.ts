import { countReceived } from '../db/box.repository.ts';
import type { RoundRecord } from '../db/round-record.ts';
import type { Deps } from '../deps.ts';
import { countNumbers } from './count-numbers.ts';

/** A live counter in a watched hall tells who just cast: the number moves in steps. */
const STEP_MS = 5_000;

type Step = { readonly at: number; readonly received: Promise<number> };
const steps = new WeakMap<Deps, Map<string, Step>>();

/** Ballots in the box as everyone may see the number: in steps of 5 s until the close, then as counted. */
export async function shownReceived(deps: Deps, round: RoundRecord, now: number = Date.now()): Promise<number> {
  const counted = countNumbers(round);
  if (counted !== null) return counted.received;
  if (round.openedAt === null) return 0;
  // Printed ballots are still to be counted; the box is shut.
  if (round.closedAt !== null) return countReceived(deps.boxSql, round.id);
  const known = steps.get(deps) ?? new Map<string, Step>();
  steps.set(deps, known);
  const at = Math.floor(now / STEP_MS);
  const last = known.get(round.id);
  if (last?.at === at) return last.received;
  const received = countReceived(deps.boxSql, round.id);
  known.set(round.id, { at, received });
  received.catch(() => known.delete(round.id));
  return received;
}
