import { close } from '#shared/domain/round-close.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import { writeAudit } from '../../db/audit.repository.ts';
import { closeBox } from '../../db/box.repository.ts';
import { transact } from '../../db/client.ts';
import { announceChange } from '../../db/event.repository.ts';
import { countPrinted } from '../../db/printed.repository.ts';
import { countIssued, dropCapsules } from '../../db/roll-entry.repository.ts';
import { changeRound, lockRound } from '../../db/round.repository.ts';
import type { Deps } from '../../deps.ts';
import { syncBox } from '../../round/box-sync.ts';
import { settleAttendance, writeCountReport, writeTreeHead } from '../../round/closing-files.ts';

/**
 * Closes a round whose countdown has ended: the box first, which waits for the batch in hand and lets no
 * ballot follow; then, in one transaction, attendance, count report and tree head, and the capsules go. Where
 * printed ballots were handed out, the report waits until they are counted, the tree head until they are keyed.
 * Refuses wrong-round-state to whoever comes second.
 */
export async function closeRound(deps: Deps, roundId: string): Promise<{ readonly ok: true } | Refusal> {
  const done = await transact(deps.db, async (tx) => {
    const round = await lockRound(tx, roundId);
    if (round === null) return refuse('round-unknown');
    const now = new Date();
    const moved = close(round.state, { now: now.getTime(), closesAt: round.closesAt?.getTime() ?? null });
    if (!moved.ok) return moved;
    const received = await closeBox(deps.boxSql, roundId);
    await settleAttendance(tx, round, now);
    const issued = await countIssued(tx, roundId);
    const printed = await countPrinted(tx, roundId);
    const { document, numbers } = await writeCountReport(tx, round, { issued, received });
    if (printed === 0) await writeTreeHead(tx, deps, round, numbers);
    await dropCapsules(tx, roundId);
    await changeRound(tx, roundId, { state: moved.state, closedAt: now, ...(printed === 0 ? { countReport: document } : {}) });
    const { present, summoned } = numbers;
    const detail = `round ${String(round.number)}: ${String(received)} received, ${String(issued)} issued, ${String(present)} of ${String(summoned)} present${printed === 0 ? '' : `, ${String(printed)} printed ballots to count`}`;
    await writeAudit(tx, { congressId: round.congress.id, actor: 'countdown', act: 'close round', detail });
    await announceChange(tx, round.congress.id, 'round');
    return moved;
  });
  if (done.ok) await syncBox(deps, roundId);
  return done;
}
