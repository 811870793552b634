import { describe, expect, it } from 'vitest';
import { type Block, pageStarts } from '#web/screen/page-starts.ts';
import { cutOffOf, finalRows, resultRows } from '#web/screen/result-rows.ts';

const rows = (heights: readonly number[]): Block[] => heights.map((height) => ({ height, withPrevious: false, newPage: false }));

describe('pages of a list', () => {
  it('keeps on one page what fits, gaps included', () => {
    expect(pageStarts(rows([10, 10, 10]), 40, 5)).toEqual([0]);
    expect(pageStarts(rows([10, 10, 10]), 39, 5)).toEqual([0, 2]);
  });

  it('makes as few pages as possible and fills them evenly', () => {
    const starts = pageStarts(rows(Array.from({ length: 12 }, () => 10)), 100, 0);
    expect(starts).toEqual([0, 6]);
  });

  it('never parts the cut-off line from its row, and begins a page where it must', () => {
    const line: Block = { height: 4, withPrevious: true, newPage: false };
    const [a, b, c] = rows([10, 10, 10]);
    if (a === undefined || b === undefined || c === undefined) throw new Error('There are three rows.');
    expect(pageStarts([a, b, line, c], 22, 0)).not.toContain(2);
    expect(pageStarts([a, { ...b, newPage: true }, c], 100, 0)).toEqual([0, 1]);
  });

  it('gives what is higher than the room a page of its own', () => {
    expect(pageStarts(rows([10, 200, 10]), 50, 0)).toEqual([0, 1, 2]);
  });
});

const NONE: number[] = [];
const result = { places: 2, placesLeft: 0, final: true, tied: NONE, selected: [1, 2], keyWork: [3] };

describe('what the cut-off says', () => {
  it('names the places, a tie across it, or that fewer passed', () => {
    expect(cutOffOf(result)).toEqual({ kind: 'places', places: 2 });
    expect(cutOffOf({ ...result, tied: [2, 3], placesLeft: 1, final: false })).toEqual({ kind: 'tied', tied: 2, left: 1 });
    expect(cutOffOf({ ...result, placesLeft: 1, final: false })).toEqual({ kind: 'short', places: 2, left: 1, final: false });
    expect(cutOffOf({ ...result, placesLeft: 1 })).toEqual({ kind: 'short', places: 2, left: 1, final: true });
  });

  it('says of equals that they share a rank', () => {
    const counts = [{ number: 1, votes: 9 }, { number: 2, votes: 5 }, { number: 3, votes: 5 }];
    expect(resultRows({ ...result, counts }).map(({ rank, shared }) => [rank, shared])).toEqual([[1, false], [2, true], [2, true]]);
  });
});

describe('several rounds together', () => {
  it('lists the selected of all rounds and the key work of the last, with the votes of the round that decided', () => {
    const first = { number: 1, selected: [1], keyWork: [], counts: [{ number: 1, votes: 9 }, { number: 2, votes: 5 }, { number: 3, votes: 5 }, { number: 4, votes: 1 }] };
    const second = { number: 2, selected: [3], keyWork: [2, 4], counts: [{ number: 2, votes: 4 }, { number: 3, votes: 6 }] };
    expect(finalRows([first, second])).toEqual([
      { number: 1, standing: 'selected', round: 1, votes: 9 },
      { number: 3, standing: 'selected', round: 2, votes: 6 },
      { number: 2, standing: 'key-work', round: 2, votes: 4 },
      { number: 4, standing: 'key-work', round: 1, votes: 1 },
    ]);
  });
});
