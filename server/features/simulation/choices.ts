import { shuffled } from './seeded-random.ts';
import type { Random } from './seeded-random.ts';

/** How simulated delegates lean: evenly, so that the result is clear, or so that the cut-off ties. */
export type Leaning = 'even' | 'clear' | 'tie';

/** What a simulated delegate marks; an empty list is an abstention. */
export type Choice = readonly number[];

type Ballots = {
  /** Project numbers of the round, in official order; more than places. */
  readonly candidates: readonly number[];
  readonly places: number;
  readonly casts: number;
  /** How many of the casts abstain. */
  readonly abstain: number;
  readonly leaning: Leaning;
};

/** One choice for each cast, in no particular order. */
export function choose({ candidates, places, casts, abstain, leaning }: Ballots, random: Random): readonly Choice[] {
  const blank = Math.min(abstain, casts);
  const marked = Array.from({ length: casts - blank }, (_nothing, index) => {
    if (leaning === 'even') return inOrder(shuffled(candidates, random).slice(0, places));
    if (leaning === 'clear') return clearChoice(candidates, places, random);
    return tieChoice(candidates, places, index, casts - blank);
  });
  return shuffled([...marked, ...Array.from({ length: blank }, () => [])], random);
}

/** The first projects, and now and then another for one of them: the last inside stays far from the first outside. */
function clearChoice(candidates: readonly number[], places: number, random: Random): Choice {
  const chosen = candidates.slice(0, places);
  const rest = candidates.slice(places);
  if (random() > 0.35) return chosen;
  const left = Math.floor(random() * places);
  const taken = rest[Math.floor(random() * rest.length)];
  return inOrder(chosen.map((number, index) => (index === left ? (taken ?? number) : number)));
}

/** The last place goes to two projects in turn; where the number is odd, the last ballot marks both or a third. */
function tieChoice(candidates: readonly number[], places: number, index: number, casts: number): Choice {
  const [inside, outside] = [places - 1, places];
  const safe = candidates.slice(0, inside);
  if (index === casts - 1 && casts % 2 === 1) {
    return places === 1 ? candidates.slice(-1) : [...safe.slice(1), ...candidates.slice(inside, outside + 1)];
  }
  return [...safe, ...candidates.slice(index % 2 === 0 ? inside : outside).slice(0, 1)];
}

function inOrder(numbers: readonly number[]): number[] {
  return numbers.toSorted((a, b) => a - b);
}
