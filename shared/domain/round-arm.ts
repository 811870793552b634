import { type CongressState, checkVoting } from './congress.ts';
import { type Method, checkBoxThreshold, checkMarking, checkPlaces } from './method.ts';
import { type RoundMove, type RoundState, moveRound } from './round.ts';
import { type Verdict, demand, provided } from './verdict.ts';

export type ArmFacts = {
  readonly congress: CongressState;
  /** Adoptions that stand: carried and not superseded. */
  readonly methodAdopted: boolean;
  readonly scrutineersAdopted: boolean;
  readonly method: Pick<Method, 'marking' | 'box'>;
  /** Of this round, in projects. */
  readonly candidates: number;
  readonly places: number;
  /** Manifest numbers of the scrutineers whose signatures on the manifest were verified. */
  readonly manifestSignedBy: readonly number[];
};

/**
 * Arms a prepared round: papers can be drawn from here.
 * Refuses not-adopted, wrong-congress-state, marking-not-in-rv1, bad-method and places-not-below-candidates
 * (places), bad-threshold, manifest-unsigned. Source: 票选办法 marking, places, box.
 */
export function arm(state: RoundState, facts: ArmFacts): RoundMove {
  return provided(
    moveRound(state, 'arm'),
    checkVoting(facts.congress),
    demand(facts.methodAdopted, 'not-adopted', { field: 'method' }),
    demand(facts.scrutineersAdopted, 'not-adopted', { field: 'scrutineers' }),
    checkMarking(facts.method.marking),
    checkPlaces(facts.places, facts.candidates),
    checkBoxThreshold(facts.method.box),
    checkSigners(facts),
  );
}

/** Takes the manifest back for a roll change; signatures on it lapse. Refuses paper-drawn. */
export function discardManifest(state: RoundState, papersDrawn: number): RoundMove {
  return provided(moveRound(state, 'discardManifest'), demand(papersDrawn === 0, 'paper-drawn', { figures: { papersDrawn } }));
}

function checkSigners({ manifestSignedBy, method }: ArmFacts): Verdict {
  const signed = new Set(manifestSignedBy).size;
  return demand(signed >= method.box.t, 'manifest-unsigned', { figures: { signed, needed: method.box.t } });
}
