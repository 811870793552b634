import { type Refusal, refuse } from '../error-code.ts';
import type { RoundState } from './round.ts';
import { type Verdict, demand, provided } from './verdict.ts';

export const CONGRESS_STATES = ['preparing', 'adopted', 'voting', 'adjourned', 'decided', 'published'] as const;
export type CongressState = (typeof CONGRESS_STATES)[number];
export type CongressMove = { readonly ok: true; readonly state: CongressState } | Refusal;

export type CongressAct = 'adopt' | 'reopenPreparation' | 'startVoting' | 'adjourn' | 'resume' | 'decide' | 'publish';
type Transition = { readonly from: readonly CongressState[]; readonly to: CongressState; readonly needs: string };

/** The machine of a congress; README's state diagram is drawn from it. */
export const CONGRESS_TRANSITIONS: Readonly<Record<CongressAct, Transition>> = {
  adopt: { from: ['preparing'], to: 'adopted', needs: 'method and scrutineers adopted by show of hands' },
  reopenPreparation: { from: ['adopted', 'voting'], to: 'preparing', needs: 'no paper drawn, no manifest standing' },
  startVoting: { from: ['adopted', 'voting'], to: 'voting', needs: 'a round is armed' },
  adjourn: { from: ['voting'], to: 'adjourned', needs: 'between rounds' },
  resume: { from: ['adjourned'], to: 'voting', needs: 'nothing' },
  decide: { from: ['voting'], to: 'decided', needs: 'last signature on the outcome of the final round' },
  publish: { from: ['decided'], to: 'published', needs: 'nothing' },
};

/** The state that an act leads to, by the table alone. Refuses wrong-congress-state. */
function move(state: CongressState, act: CongressAct): CongressMove {
  const { from, to } = CONGRESS_TRANSITIONS[act];
  return from.includes(state) ? { ok: true, state: to } : refuse('wrong-congress-state', { figures: { state, act } });
}

/** Both shows of hands were carried: method and scrutineers are frozen. Refuses not-adopted with the field. */
export function adopt(
  state: CongressState,
  facts: { readonly methodCarried: boolean; readonly scrutineersCarried: boolean },
): CongressMove {
  return provided(
    move(state, 'adopt'),
    demand(facts.methodCarried, 'not-adopted', { field: 'method' }),
    demand(facts.scrutineersCarried, 'not-adopted', { field: 'scrutineers' }),
  );
}

/**
 * Back to preparing: both adoptions must be made again. `papersDrawn` counts every round of the congress,
 * void ones too. Refuses paper-drawn, manifest-exists (discard it or void the round first).
 */
export function reopenPreparation(
  state: CongressState,
  facts: { readonly papersDrawn: number; readonly manifestStands: boolean },
): CongressMove {
  return provided(
    move(state, 'reopenPreparation'),
    demand(facts.papersDrawn === 0, 'paper-drawn', { figures: { papersDrawn: facts.papersDrawn } }),
    demand(!facts.manifestStands, 'manifest-exists'),
  );
}

/** A round was armed; later rounds find the congress voting already. */
export function startVoting(state: CongressState): CongressMove {
  return move(state, 'startVoting');
}

/** The meeting adjourns. `latestRound` is null before the first; refuses wrong-round-state while one is under way. */
export function adjourn(state: CongressState, latestRound: RoundState | null): CongressMove {
  const between = latestRound === null || ['prepared', 'certified', 'void'].includes(latestRound);
  return provided(
    move(state, 'adjourn'),
    demand(between, 'wrong-round-state', { figures: { state: latestRound ?? '' } }),
  );
}

/** The adjourned meeting goes on. */
export function resume(state: CongressState): CongressMove {
  return move(state, 'resume');
}

/** The last round was certified. Refuses gate-2-unsigned unless its outcome is final and certified. */
export function decide(
  state: CongressState,
  facts: { readonly round: RoundState; readonly outcomeFinal: boolean },
): CongressMove {
  return provided(move(state, 'decide'), demand(facts.round === 'certified' && facts.outcomeFinal, 'gate-2-unsigned'));
}

/** The clerk publishes the announcement of a decided congress. */
export function publish(state: CongressState): CongressMove {
  return move(state, 'publish');
}

/** Projects, roll, scrutineers and the draft of the method change while preparing only. Refuses frozen-by-adoption. */
export function checkPreparing(state: CongressState): Verdict {
  return demand(state === 'preparing', 'frozen-by-adoption', { figures: { state } });
}

/** Rounds are armed and opened while the congress votes. Refuses not-adopted, wrong-congress-state. */
export function checkVoting(state: CongressState): Verdict {
  if (state === 'preparing') return refuse('not-adopted');
  return demand(state === 'adopted' || state === 'voting', 'wrong-congress-state', { figures: { state } });
}
