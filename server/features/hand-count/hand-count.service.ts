import type { z } from 'zod';
import type { countByHand as endpoint } from '#shared/contract/printed.ts';
import { inHallAt } from '#shared/domain/attendance.ts';
import { ballotRule } from '#shared/domain/method.ts';
import { countByHand } from '#shared/domain/round-by-hand.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { SignedInCaller } from '../../caller.ts';
import { countIssued } from '../../db/roll-entry.repository.ts';
import { changeRound } from '../../db/round.repository.ts';
import { readStays } from '../../db/stay.repository.ts';
import type { Deps } from '../../deps.ts';
import { actOnRound } from '../../round/act.ts';
import type { Shown } from '../../round/act.ts';
import { settleAttendance, writeCountReport } from '../../round/closing-files.ts';

type Body = z.infer<typeof endpoint.body>;

/**
 * Everything failed, and the hall counted by hand: the numbers stand in the count report and the outcome, which go
 * through both gates like any other round's. Refuses what the domain refuses, paper-drawn above all.
 */
export function enterHandCount(deps: Deps, caller: SignedInCaller, roundId: string, { by, reason, ...count }: Body): Promise<Shown | Refusal> {
  return actOnRound(deps, caller, roundId, async (tx, round) => {
    const now = new Date();
    const { method } = round.congress;
    const present = inHallAt(await readStays(tx, round.congress.id), now.getTime()).size;
    const moved = countByHand(round.state, {
      congress: round.congress.state,
      quorum: method.quorum,
      summoned: round.summoned ?? 0,
      present,
      headCount: round.headCount === null ? null : { counted: round.headCount, reason: round.headCountReason },
      drawn: await countIssued(tx, roundId),
      roundValid: method.roundValid,
      rule: ballotRule(method, round.places),
      candidates: round.candidates,
      count,
    });
    if (!moved.ok) return moved;
    await settleAttendance(tx, round, now);
    const { document } = await writeCountReport(tx, round, count);
    await changeRound(tx, roundId, { state: moved.state, openedAt: now, closedAt: now, countReport: document, handCount: count });
    const { issued, received, abstained, invalid } = count;
    const numbers = `${String(issued)} issued, ${String(received)} received, ${String(abstained)} blank, ${String(invalid)} invalid`;
    return { ok: true, act: 'count by hand', detail: `${numbers}; ${by}: ${reason}` };
  });
}
