import type { z } from 'zod';
import type { CongressSummary, adoption } from '#shared/contract/congress.ts';
import type { Delegate } from '#shared/contract/roll.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import type { Scrutineer } from '#shared/contract/scrutineer.ts';
import type { Day } from './day-query.ts';

/** The part of a round from which its steps follow. */
export type RoundFacts = Pick<
  RoundDetail,
  | 'number' | 'kind' | 'state' | 'closesAt' | 'threshold' | 'present' | 'quorum' | 'issued' | 'received' | 'headCount'
  | 'manifest' | 'countReport' | 'treeHead' | 'released' | 'openingSet' | 'board' | 'outcome' | 'rulings'
>;

/** What the server said about one congress, and from which the whole rail follows. */
export type DayFacts = {
  readonly congress: Pick<CongressSummary, 'state' | 'method'>;
  /** Candidate projects entered. */
  readonly projects: number;
  readonly delegates: readonly Pick<Delegate, 'letter' | 'attendance'>[];
  readonly scrutineers: readonly Pick<Scrutineer, 'chief' | 'alternate' | 'enrolled' | 'position'>[];
  readonly adoptions: readonly Pick<z.output<typeof adoption>, 'subject' | 'carried'>[];
  /** Of the hall now, in delegates. */
  readonly quorum: { readonly needed: number; readonly met: boolean };
  /** In order of their numbers. */
  readonly rounds: readonly RoundFacts[];
};

export function factsOf({ congress, screen, hall, delegates, scrutineers, rounds }: Day): DayFacts {
  const { adoptions } = screen;
  return { congress, projects: congress.projects.length, delegates, scrutineers, adoptions, quorum: hall.quorum, rounds };
}
