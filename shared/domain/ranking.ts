import type { ProjectCount } from './outcome.ts';

export type Ranked = ProjectCount & { readonly rank: number };

/** Votes on both sides of the cut-off (应选线); tied when they are equal. */
export type CutOff = { readonly lastInside: number; readonly firstOutside: number; readonly tied: boolean };

/**
 * The projects by votes, most first, equals sharing their rank (1, 2, 2, 4). Equals stand in official
 * order, which only keeps the list readable and decides nothing.
 */
export function rank(counts: readonly ProjectCount[]): readonly Ranked[] {
  const sorted = counts.toSorted((a, b) => b.votes - a.votes || a.number - b.number);
  return sorted.map((row) => ({ ...row, rank: 1 + sorted.findIndex((first) => first.votes === row.votes) }));
}

/** The cut-off after `places` projects; null where there are not more projects than places. */
export function cutOff(counts: readonly ProjectCount[], places: number): CutOff | null {
  const sorted = rank(counts);
  const inside = sorted[places - 1];
  const outside = sorted[places];
  if (inside === undefined || outside === undefined) return null;
  return { lastInside: inside.votes, firstOutside: outside.votes, tied: inside.votes === outside.votes };
}
