import { adjourn, publish, reopenPreparation, resume } from '#shared/domain/congress.ts';
import type { CongressMove } from '#shared/domain/congress.ts';
import type { AuditAct } from '#shared/document/audit-acts.ts';
import type { SignedInCaller } from '../../caller.ts';
import { readStandingSubjects, supersedeAdoptions } from '../../db/adoption.repository.ts';
import { transact } from '../../db/client.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { changeState } from '../../db/congress.repository.ts';
import type { Congress } from '../../db/congress.repository.ts';
import { announceChange } from '../../db/event.repository.ts';
import { countPapersDrawn, dropPreparedManifest, findLatestRoundState, findRoundInHand } from '../../db/round-in-hand.repository.ts';
import type { Deps } from '../../deps.ts';
import { lockCongressOf } from '../../preparation.ts';
import { syncBox } from '../../round/box-sync.ts';
import { tellChange } from './tell-change.ts';
import type { Summarized } from './tell-change.ts';

/**
 * Back to preparing: adoptions no longer count and must be made again; a manifest on which no round was
 * armed is taken back, its keys with it. Also after the method alone was carried, when the congress is
 * still preparing. Refuses wrong-congress-state, paper-drawn, manifest-exists (an armed round).
 */
export async function prepareAgain(deps: Deps, caller: SignedInCaller, reason: string): Promise<Summarized> {
  const { congressId } = caller;
  const round = await findRoundInHand(deps.db, congressId);
  const result = await transact(deps.db, async (tx) => {
    const locked = await lockCongressOf(tx, congressId);
    if (!locked.ok) return locked;
    const move = await moveBack(tx, locked.congress);
    if (!move.ok) return move;
    await supersedeAdoptions(tx, congressId);
    await changeState(tx, congressId, move.state);
    return tellChange(tx, caller, 'preparation taken up again', reason);
  });
  if (result.ok && round !== null) await syncBox(deps, round.id);
  return result;
}

async function moveBack(tx: Transaction, congress: Congress): Promise<CongressMove> {
  const standing = await readStandingSubjects(tx, congress.id);
  if (congress.state === 'preparing' && standing.has('method')) return { ok: true, state: 'preparing' };
  const round = await findRoundInHand(tx, congress.id);
  const papersDrawn = await countPapersDrawn(tx, congress.id);
  const move = reopenPreparation(congress.state, { papersDrawn, manifestStands: round !== null && round.state !== 'prepared' });
  if (!move.ok || round === null) return move;
  await dropPreparedManifest(tx, round.id);
  await announceChange(tx, congress.id, 'round');
  return move;
}

export async function adjournMeeting(db: Database, caller: SignedInCaller, reason: string): Promise<Summarized> {
  return moveCongress(db, caller, 'meeting adjourned', reason, async (tx, congress) =>
    adjourn(congress.state, await findLatestRoundState(tx, congress.id)),
  );
}

export async function resumeMeeting(db: Database, caller: SignedInCaller): Promise<Summarized> {
  return moveCongress(db, caller, 'meeting resumed', '', (_tx, congress) => resume(congress.state));
}

export async function publishAnnouncement(db: Database, caller: SignedInCaller): Promise<Summarized> {
  return moveCongress(db, caller, 'announcement published', '', (_tx, congress) => publish(congress.state));
}

async function moveCongress(
  db: Database,
  caller: SignedInCaller,
  act: AuditAct,
  detail: string,
  decide: (tx: Transaction, congress: Congress) => CongressMove | Promise<CongressMove>,
): Promise<Summarized> {
  return transact(db, async (tx) => {
    const locked = await lockCongressOf(tx, caller.congressId);
    if (!locked.ok) return locked;
    const move = await decide(tx, locked.congress);
    if (!move.ok) return move;
    await changeState(tx, caller.congressId, move.state);
    return tellChange(tx, caller, act, detail);
  });
}
