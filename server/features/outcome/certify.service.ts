import { checkTallyClerk } from '#shared/domain/certification.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { SignedInCaller } from '../../caller.ts';
import { addObjection } from '../../db/opening.repository.ts';
import { addCertification } from '../../db/signature.repository.ts';
import type { Deps } from '../../deps.ts';
import { actOnRound } from '../../round/act.ts';
import type { Shown } from '../../round/act.ts';
import { certifiedBy, pendingRuling } from '../../round/facts.ts';
import { outcomeOf } from '../../round/outcome.ts';

/** The tally clerk certifies exactly these bytes; the scrutineers sign after. */
export function certifyOutcome(deps: Deps, caller: SignedInCaller, roundId: string, hash: string): Promise<Shown | Refusal> {
  return actOnRound(deps, caller, roundId, async (tx, round) => {
    if (round.state !== 'tallied') return refuse('wrong-round-state', { figures: { state: round.state } });
    if (pendingRuling(round) !== null) return refuse('ruling-pending');
    if (outcomeOf(round)?.next.kind === 'ruling') return refuse('ruling-needed');
    const clerk = checkTallyClerk(caller.name, round.scrutineers.map((one) => one.name));
    if (!clerk.ok) return clerk;
    if (round.outcome?.hash !== hash) return refuse('bad-request', { field: 'hash' });
    if (certifiedBy(round) !== null) return refuse('already-signed');
    await addCertification(tx, { roundId, hash, accountId: caller.id, signedBy: caller.name });
    return { ok: true, act: 'certify outcome', detail: hash };
  });
}

/** Raised in the hall after the board was shown, before gate 2 is through. */
export function enterObjection(deps: Deps, caller: SignedInCaller, roundId: string, objection: { by: string; text: string }): Promise<Shown | Refusal> {
  return actOnRound(deps, caller, roundId, async (tx, round) => {
    if (round.state !== 'tallied') return refuse('wrong-round-state', { figures: { state: round.state } });
    await addObjection(tx, { roundId, ...objection });
    return { ok: true, act: 'enter objection', detail: `${objection.by}: ${objection.text}` };
  });
}
