import { type RoundDefinition, firstRound } from '#shared/domain/next-round.ts';
import type { RoundDetail } from '#shared/contract/round.ts';

/** What of the day it follows from. */
type Known = {
  readonly congress: { readonly projects: readonly { readonly number: number }[]; readonly method: { readonly places: number } };
  readonly rounds: readonly (Pick<RoundDetail, 'number' | 'state' | 'candidates' | 'places'> & {
    readonly outcome: Pick<NonNullable<RoundDetail['outcome']>, 'next' | 'tied' | 'selected' | 'placesLeft'> | null;
  })[];
};

/** The round that is prepared next, as the server will define it: the clerk sees before the press what it is about. Null while none is due. */
export function comingRound({ congress, rounds }: Known): RoundDefinition | null {
  const latest = rounds.at(-1);
  if (latest === undefined) return firstRound(congress.projects.map((project) => project.number), congress.method.places);
  const number = latest.number + 1;
  if (latest.state === 'void') return { number, kind: 'repeat', candidates: latest.candidates, places: latest.places };
  const { outcome } = latest;
  if (latest.state !== 'certified' || outcome === null) return null;
  const { next, tied, selected, placesLeft: places } = outcome;
  if (next === 'revote') return { number, kind: 'revote', candidates: tied, places };
  if (next !== 'second-round') return null;
  return { number, kind: 'second-round', candidates: latest.candidates.filter((one) => !selected.includes(one)), places };
}
