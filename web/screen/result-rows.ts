import type { CertifiedRound } from '#shared/contract/publication.ts';
import { rank } from '#shared/domain/ranking.ts';

/** pending: not selected by this round, and no list holds it until the final round is certified. */
export type Standing = 'selected' | 'key-work' | 'tied' | 'pending';
export type ResultRow = {
  readonly rank: number;
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
