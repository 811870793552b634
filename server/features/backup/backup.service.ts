import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import { actorName } from '../../caller.ts';
import type { SignedInCaller } from '../../caller.ts';
import { markBackupsGone } from '../../db/backup.repository.ts';
import type { Deps } from '../../deps.ts';
import { actOnRound } from '../../round/act.ts';
import type { Shown } from '../../round/act.ts';

/**
 * A clerk says that every backup made while papers of the round were out is deleted: with the capsules and keys in it,
 * letter copies would read votes. Refuses wrong-round-state while papers are still out.
 */
export async function backupsGone(deps: Deps, caller: SignedInCaller, roundId: string): Promise<Shown | Refusal> {
  return actOnRound(deps, caller, roundId, async (tx, round) => {
    if (round.state === 'prepared' || round.state === 'armed' || round.state === 'open') return refuse('wrong-round-state');
    const gone = await markBackupsGone(tx, roundId, actorName(caller));
    return { ok: true, act: 'backups deleted', detail: `${String(gone)} of this round` };
  });
}
