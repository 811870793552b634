import { type GateFacts, checkGate } from './certification.ts';
import { type CountReport, checkCountReport } from './count-report.ts';
import type { Method } from './method.ts';
import type { RoundOutcome } from './outcome.ts';
import { type RoundMove, type RoundState, moveRound } from './round.ts';
import { type Verdict, demand, provided } from './verdict.ts';

/** The board wants to be opened by one scrutineer and re-opened by another. */
export const BOARD_SIGNERS = 2;

/**
 * Gate 1: the signed count report confirms the round.
 * Refuses numbers-contradict, chief-signature-missing, gate-1-unsigned. Source: 票选办法 round valid when, signatures.
 */
export function confirm(
  state: RoundState,
  facts: { readonly roundValid: Method['roundValid']; readonly report: CountReport; readonly gate: GateFacts },
): RoundMove {
  return provided(
    moveRound(state, 'confirm'),
    checkCountReport(facts.roundValid, facts.report),
    checkGate('count', facts.gate),
  );
}

/**
 * Freezes the box under its tree head. `signedBy` are manifest numbers; `printedInBox` is whether every printed ballot
 * that came back was keyed and lies in the box, true where there is none. Refuses printed-not-keyed, tree-head-unsigned.
 */
export function freeze(
  state: RoundState,
  facts: { readonly t: number; readonly signedBy: readonly number[]; readonly printedInBox: boolean },
): RoundMove {
  return provided(moveRound(state, 'freeze'), demand(facts.printedInBox, 'printed-not-keyed'), enough(facts.signedBy, facts.t, 'tree-head-unsigned'));
}

/**
 * The opened box is tallied. `openingSet` are the scrutineers whose released keys open it, fixed when opening
 * started, null before; `boardSignedBy` signed the same board bytes.
 * Refuses opening-not-started, too-few-keys, board-unsigned.
 */
export function tally(
  state: RoundState,
  facts: {
    readonly t: number;
    readonly openingSet: readonly number[] | null;
    readonly boardSignedBy: readonly number[];
  },
): RoundMove {
  return provided(
    moveRound(state, 'tally'),
    demand(facts.openingSet !== null, 'opening-not-started'),
    enough(facts.openingSet ?? [], facts.t, 'too-few-keys'),
    enough(facts.boardSignedBy, BOARD_SIGNERS, 'board-unsigned'),
  );
}

/**
 * Gate 2: the signed outcome takes effect. `rulingPending` is a ruling without the chief's signature.
 * Refuses ruling-pending, ruling-needed, tally-clerk-missing, chief-signature-missing, gate-2-unsigned.
 */
export function certify(
  state: RoundState,
  facts: { readonly outcome: RoundOutcome; readonly rulingPending: boolean; readonly gate: GateFacts },
): RoundMove {
  return provided(
    moveRound(state, 'certify'),
    demand(!facts.rulingPending, 'ruling-pending'),
    demand(facts.outcome.next.kind !== 'ruling', 'ruling-needed'),
    checkGate('outcome', facts.gate),
  );
}

function enough(
  numbers: readonly number[],
  needed: number,
  reason: 'tree-head-unsigned' | 'too-few-keys' | 'board-unsigned',
): Verdict {
  const signed = new Set(numbers).size;
  return demand(signed >= needed, reason, { figures: { signed, needed } });
}
