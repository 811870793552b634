import { startVoting } from '#shared/domain/congress.ts';
import { firstRound, nextRound, repeatRound } from '#shared/domain/next-round.ts';
import type { Defined } from '#shared/domain/next-round.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import { actorName } from '../../caller.ts';
import type { SignedInCaller } from '../../caller.ts';
import { writeAudit } from '../../db/audit.repository.ts';
import { transact } from '../../db/client.ts';
import type { Transaction } from '../../db/client.ts';
import { changeState, lockAndReadCongress } from '../../db/congress.repository.ts';
import type { Congress } from '../../db/congress.repository.ts';
import { announceChange } from '../../db/event.repository.ts';
import { readProjects } from '../../db/project.repository.ts';
import type { RoundRecord } from '../../db/round-record.ts';
import { createRound, readFreeRoundIds, readRounds } from '../../db/round.repository.ts';
import type { Deps } from '../../deps.ts';
import { showRound } from '../../round/act.ts';
import type { Shown } from '../../round/act.ts';
import { outcomeOf } from '../../round/outcome.ts';

/** The next round of a congress: the first, what the last outcome asks for, or the repeat of a void one. */
export async function prepareRound(deps: Deps, caller: SignedInCaller, congressId: string): Promise<Shown | Refusal> {
  const done = await transact(deps.db, async (tx) => {
    const congress = await lockAndReadCongress(tx, congressId);
    if (congress === null) return refuse('congress-unknown');
    if (congress.state === 'preparing') return refuse('not-adopted');
    const voting = startVoting(congress.state);
    if (!voting.ok) return voting;
    const prepared = await takeNextRound(tx, congress);
    if (!prepared.ok) return prepared;
    await changeState(tx, congressId, voting.state);
    await writeAudit(tx, { congressId, actor: actorName(caller), act: 'prepare round', detail: prepared.detail });
    await announceChange(tx, congressId, 'round');
    return prepared;
  });
  return done.ok ? showRound(deps, done.id) : done;
}

async function takeNextRound(tx: Transaction, congress: Congress): Promise<{ ok: true; id: string; detail: string } | Refusal> {
  const rounds = await readRounds(tx, congress.id);
  const defined = await defineNext(tx, congress, rounds);
  if (!defined.ok) return defined;
  const [id] = await readFreeRoundIds(tx, congress.id);
  if (id === undefined) return refuse('rounds-used-up');
  const { round } = defined;
  const created = await createRound(tx, { ...round, id, congressId: congress.id, parentId: parentOf(rounds.at(-1)) });
  if (!created.ok) return created;
  const detail = `round ${String(round.number)} (${round.kind}): ${String(round.places)} of projects ${round.candidates.join(', ')}`;
  return { ok: true, id, detail };
}

async function defineNext(tx: Transaction, congress: Congress, rounds: readonly RoundRecord[]): Promise<Defined> {
  const latest = rounds.at(-1);
  if (latest === undefined) {
    const candidates = await readProjects(tx, congress.id);
    return { ok: true, round: firstRound(candidates.map((project) => project.number), congress.method.places) };
  }
  if (latest.state === 'void') return repeatRound(latest);
  if (latest.state !== 'certified') return refuse('another-round-open');
  const outcome = outcomeOf(latest);
  return outcome === null ? refuse('no-next-round') : nextRound(outcome, latest.number);
}

/** A re-vote or second round follows the certified one; a repeat takes over what the void one followed. */
function parentOf(latest: RoundRecord | undefined): string | null {
  if (latest === undefined) return null;
  return latest.state === 'void' ? (latest.parent?.id ?? null) : latest.id;
}
