import type { CertifiedRound } from '#shared/contract/publication.ts';
import { rank } from '#shared/domain/ranking.ts';

/** pending: not selected by this round, and no list holds it until the final round is certified. */
export type Standing = 'selected' | 'key-work' | 'tied' | 'pending';
export type ResultRow = {
  readonly rank: number;
  /** Others have the same votes and therefore the same rank. */
  readonly shared: boolean;
  readonly number: number;
  readonly votes: number;
  readonly standing: Standing;
  /** Selected by a ruling among equals. */
  readonly byRuling: boolean;
  /** The cut-off (应选线) runs below this row. */
  readonly cutOff: boolean;
};

type Result = Pick<CertifiedRound, 'counts' | 'selected' | 'tied' | 'keyWork' | 'places' | 'final'>;

/** A certified round as rows in rank, equals in official order; at equal votes the selected of a ruling come first. */
export function resultRows(result: Result): readonly ResultRow[] {
  const ranked = rank(result.counts).toSorted((a, b) => b.votes - a.votes || order(result, a.number) - order(result, b.number) || a.number - b.number);
  const line = linePosition(result);
  return ranked.map((row, index) => ({
    rank: row.rank,
    shared: ranked.some((other) => other.number !== row.number && other.votes === row.votes),
    number: row.number,
    votes: row.votes,
    standing: standingOf(result, row.number),
    byRuling: result.tied.includes(row.number) && result.selected.includes(row.number),
    cutOff: index === line - 1,
  }));
}

function order(result: Result, number: number): number {
  return result.selected.includes(number) ? 0 : 1;
}

function standingOf(result: Result, number: number): Standing {
  if (result.selected.includes(number)) return 'selected';
  if (result.tied.includes(number) && !result.final) return 'tied';
  return result.keyWork.includes(number) ? 'key-work' : 'pending';
}

/** After the places of the round; after the selected where fewer than that passed. */
function linePosition(result: Result): number {
  const reaching = new Set([...result.selected, ...result.tied]);
  return reaching.size >= result.places ? result.places : result.selected.length;
}

/** What the cut-off line says: the places, a tie across it, or that fewer passed than there are places. */
export type CutOff =
  | { readonly kind: 'places'; readonly places: number }
  | { readonly kind: 'tied'; readonly tied: number; readonly left: number }
  | { readonly kind: 'short'; readonly places: number; readonly left: number; readonly final: boolean };

export function cutOffOf(result: Pick<CertifiedRound, 'tied' | 'final' | 'places' | 'placesLeft'>): CutOff {
  const { tied, final, places, placesLeft } = result;
  if (tied.length > 0 && !final) return { kind: 'tied', tied: tied.length, left: placesLeft };
  if (placesLeft > 0) return { kind: 'short', places, left: placesLeft, final };
  return { kind: 'places', places };
}

/** A project of the whole congress once its last round is certified, with its votes in the last round that it stood in. */
export type FinalRow = { readonly number: number; readonly standing: 'selected' | 'key-work'; readonly round: number; readonly votes: number };

type Counted = Pick<CertifiedRound, 'number' | 'counts' | 'selected' | 'keyWork'>;

/** Selected of all rounds, then key work, each in official order: what several rounds came to together. */
export function finalRows(results: readonly Counted[]): readonly FinalRow[] {
  const selected = results.flatMap((result) => result.selected).toSorted((a, b) => a - b);
  const keyWork = (results.at(-1)?.keyWork ?? []).toSorted((a, b) => a - b);
  return [...selected.map((number) => finalRow(results, number, 'selected')), ...keyWork.map((number) => finalRow(results, number, 'key-work'))];
}

function finalRow(results: readonly Counted[], number: number, standing: FinalRow['standing']): FinalRow {
  const last = results.findLast(({ counts }) => counts.some((row) => row.number === number));
  return { number, standing, round: last?.number ?? 0, votes: last?.counts.find((row) => row.number === number)?.votes ?? 0 };
}
