import { type RoundMove, type RoundState, moveRound } from './round.ts';
import { type RulingWords, checkRulingWords } from './ruling.ts';
import { demand, provided } from './verdict.ts';

export type VoidFacts = {
  readonly ruling: RulingWords;
  /** The chief scrutineer's signature on the ruling was verified. */
  readonly chiefSigned: boolean;
  /** The released set was fixed: from then on the tally can be known, and a void would be a choice by result. */
  readonly openingStarted: boolean;
};

/**
 * Voids a round by the chair's ruling; the box stays sealed and its keys are never released.
 * Refuses opening-started, bad-ruling with the field, chief-signature-missing.
 */
export function voidRound(state: RoundState, facts: VoidFacts): RoundMove {
  return provided(
    moveRound(state, 'voidRound'),
    demand(!facts.openingStarted, 'opening-started'),
    checkRulingWords(facts.ruling),
    demand(facts.chiefSigned, 'chief-signature-missing'),
  );
}
