import { freeze } from '#shared/domain/round-gates.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { SignedInCaller } from '../../caller.ts';
import { freezeBox } from '../../db/box.repository.ts';
import { forgetMarks, sweepMarks } from '../../db/printed.repository.ts';
import { changeRound } from '../../db/round.repository.ts';
import type { Deps } from '../../deps.ts';
import { actOnRound } from '../../round/act.ts';
import type { Shown } from '../../round/act.ts';
import { signedBy } from '../../round/facts.ts';

/**
 * Freezes the box under its signed tree head: first the box, which may be frozen twice without change,
 * then the round; the stamp key goes when the round is frozen, and what was keyed of printed ballots.
 */
export async function freezeRound(deps: Deps, caller: SignedInCaller, roundId: string): Promise<Shown | Refusal> {
  const frozen = await actOnRound(deps, caller, roundId, async (tx, round) => {
    if (round.state === 'closed') return refuse('gate-1-unsigned');
    const moved = freeze(round.state, { t: round.congress.method.box.t, signedBy: signedBy(round, 'sth'), printedInBox: round.treeHead !== null });
    if (!moved.ok) return moved;
    const size = await freezeBox(deps.boxSql, roundId);
    if (size !== round.treeHead?.size) return refuse('box-unverified', { figures: { size, signed: round.treeHead?.size ?? 0 } });
    await forgetMarks(tx, roundId);
    await changeRound(tx, roundId, { state: moved.state, frozenAt: new Date() });
    return { ok: true, act: 'freeze box', detail: `${String(size)} ballots` };
  });
  if (frozen.ok) await sweepMarks(deps.db);
  return frozen;
}
