import { adjourn, publish, reopenPreparation, resume } from '#shared/domain/congress.ts';
import type { CongressMove } from '#shared/domain/congress.ts';
import type { SignedInCaller } from '../../caller.ts';
import { readStandingSubjects, supersedeAdoptions } from '../../db/adoption.repository.ts';
import { transact } from '../../db/client.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { changeState } from '../../db/congress.repository.ts';
import type { Congress } from '../../db/congress.repository.ts';
import { countPapersDrawn, dropPreparedManifest, findLatestRoundState, findRoundInHand } from '../../db/round-in-hand.repository.ts';
import { lockCongressOf } from '../../preparation.ts';
import { tellChange } from './tell-change.ts';
import type { Summarized } from './tell-change.ts';

/**
 * Back to preparing: adoptions no longer count and must be made again; a manifest on which no round was
 * armed is taken back. Also after the method alone was carried, when the congress is still preparing.
 */
export async function prepareAgain(db: Database, caller: SignedInCaller, reason: string): Promise<Summarized> {
  return transact(db, async (tx) => {
    const locked = await lockCongressOf(tx, caller.congressId);
    if (!locked.ok) return locked;
    const round = await findRoundInHand(tx, caller.congressId);
    const methodAlone = locked.congress.state === 'preparing' && (await readStandingSubjects(tx, caller.congressId)).has('method');
    const move: CongressMove = methodAlone
      ? { ok: true, state: 'preparing' }
      : reopenPreparation(locked.congress.state, {
          papersDrawn: await countPapersDrawn(tx, caller.congressId),
          manifestStands: round !== null && round.state !== 'prepared',
        });
    if (!move.ok) return move;
    if (round !== null) await dropPreparedManifest(tx, round.id);
    await supersedeAdoptions(tx, caller.congressId);
    await changeState(tx, caller.congressId, move.state);
    return tellChange(tx, caller, 'preparation taken up again', reason);
  });
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
  act: string,
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
