import type { Random } from '#server/features/simulation/seeded-random.ts';

/** What a simulated assembly likes: some projects more than others, each delegate in a way of their own. */
export type Preferences = {
  /** `places` of the candidates, in official order. */
  choose(candidates: readonly number[], places: number, random: Random): number[];
};

/** How far the least liked project lies below the most liked. */
const LEAST = 0.5;

/** A liking for each project that the generator deals once, when it is first asked for. */
export function dealPreferences(random: Random): Preferences {
  const likings = new Map<number, number>();
  const likingOf = (number: number): number => {
    const known = likings.get(number) ?? LEAST + random();
    likings.set(number, known);
    return known;
  };
  return {
    choose: (candidates, places, dice) =>
      candidates
        // Drawing without return by weight: Efraimidis and Spirakis, Weighted random sampling with a reservoir.
        .map((number) => ({ number, key: (1 - dice()) ** (1 / likingOf(number)) }))
        .sort((a, b) => b.key - a.key)
        .slice(0, places)
        .map(({ number }) => number)
        .sort((a, b) => a - b),
  };
}
