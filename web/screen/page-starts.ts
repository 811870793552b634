/** A block of a list that is shown in pages; heights in pixels. */
export type Block = {
  readonly height: number;
  /** Stays with the block before it: a line under its row. */
  readonly withPrevious: boolean;
  /** Begins a page of its own. */
  readonly newPage: boolean;
};

/**
 * The index of the first block of every page, so that each page fits `room` pixels. As few pages as possible, and
 * among those the ones that are filled most evenly; a block higher than the room has a page for itself.
 */
export function pageStarts(blocks: readonly Block[], room: number, gap: number): readonly number[] {
  const fewest = fill(blocks, room, gap).length;
  const heights = fill(blocks, room, gap).map((start, page, starts) => heightOf(blocks.slice(start, starts[page + 1]), gap));
  for (let capacity = Math.max(1, ...heights) / 2; capacity < room; capacity += room / 50) {
    const starts = fill(blocks, capacity, gap);
    if (starts.length === fewest) return starts;
  }
  return fill(blocks, room, gap);
}

function fill(blocks: readonly Block[], room: number, gap: number): readonly number[] {
  const starts: number[] = [];
  let used = 0;
  blocks.forEach(({ height, withPrevious, newPage }, index) => {
    const following = blocks[index + 1];
    const needed = following?.withPrevious === true ? height + gap + following.height : height;
    const fits = used + gap + needed <= room;
    if (index === 0 || newPage || (!fits && !withPrevious)) {
      starts.push(index);
      used = height;
    } else {
      used += gap + height;
    }
  });
  return starts;
}

function heightOf(blocks: readonly Block[], gap: number): number {
  return blocks.reduce((sum, { height }) => sum + height, 0) + gap * Math.max(0, blocks.length - 1);
}
