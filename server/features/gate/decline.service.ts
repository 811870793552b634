import type { Declinable } from '#shared/contract/round.ts';
import { decline } from '#shared/domain/certification.ts';
import type { RoundState } from '#shared/domain/round.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { SignedInCaller } from '../../caller.ts';
import type { Transaction } from '../../db/client.ts';
import { withdrawBoard } from '../../db/opening.repository.ts';
import type { RoundRecord } from '../../db/round-record.ts';
import { putDecline } from '../../db/signature.repository.ts';
import type { Deps } from '../../deps.ts';
import { actOnRound, scrutineerOf } from '../../round/act.ts';
import type { Shown } from '../../round/act.ts';
import { signedBy } from '../../round/facts.ts';
import { moveOn } from '../../round/move-on.ts';

/** As long as the signature is asked for; a manifest also by one who comes to it when the round is armed. */
const DECLINED_IN: Readonly<Record<Declinable, readonly RoundState[]>> = {
  manifest: ['prepared', 'armed'],
  count: ['closed'],
  board: ['frozen'],
  outcome: ['tallied'],
};

/**
 * A scrutineer will not sign, and says why; the reason is printed. Where every scrutineer in the hall must
 * sign, the last one to decline completes the gate. On the board it withdraws the opening that differs. On the
 * manifest it is told to the clerk, who may take the manifest back; t others can still arm the round.
 */
export function declineGate(deps: Deps, caller: SignedInCaller, roundId: string, gate: Declinable, reason: string): Promise<Shown | Refusal> {
  return actOnRound(deps, caller, roundId, async (tx, round) => {
    if (!DECLINED_IN[gate].includes(round.state)) return refuse('wrong-round-state', { figures: { state: round.state } });
    if (gate === 'manifest' && round.manifest === null) return refuse('manifest-unsigned');
    const found = scrutineerOf(round, caller);
    if (!found.ok) return found;
    const { id: scrutineerId, position } = found.scrutineer;
    const facts = {
      scrutineers: round.scrutineers.map((one) => one.position),
      signedBy: signedBy(round, gate),
      declines: round.declines.filter((one) => one.gate === gate),
    };
    const declined = decline(facts, { position, reason });
    if (!declined.ok) return declined;
    await putDecline(tx, { roundId, gate, scrutineerId, reason });
    const followed = await follow(tx, round, gate);
    return followed.ok ? { ok: true, act: `decline ${gate}` as const, detail: reason } : followed;
  });
}

function follow(tx: Transaction, round: RoundRecord, gate: Declinable): Promise<{ ok: true } | Refusal> {
  if (gate === 'board') return withdraw(tx, round);
  return moveOn(tx, round.id, gate);
}

/** The board may be posted again, by whomever; both openings stay in the audit log and the table. */
async function withdraw(tx: Transaction, round: RoundRecord): Promise<{ ok: true } | Refusal> {
  if (round.board === null) return refuse('bad-board');
  await withdrawBoard(tx, round.board.id);
  return { ok: true };
}
