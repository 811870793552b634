import { type BoardLine, leafName, readBoard } from '#shared/ballot-paper/board.ts';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import type { Finding } from './booth-state.ts';
import { readKept, type RoundDesk } from './round-desk.ts';
import { fileOf, ownLeaf, searchBox } from './search-box.ts';

/**
 * Looks for this device's ballot in the election record: in the sealed box, then by its tracker on the board of
 * that very box. Without a tracker, where the method shows none, the box alone can be searched.
 */
export async function searchRecord(desk: RoundDesk): Promise<void> {
  const leaf = await ownLeaf(desk);
  const { tracker } = await readKept(desk);
  const inBox = await searchBox(desk, leaf);
  const finding = inBox.kind === 'included' ? await searchBoard(desk, tracker, leaf, inBox.treeHead) : inBox;
  desk.report({ type: 'searched', finding });
}

async function searchBoard(desk: RoundDesk, tracker: string | null, leaf: Bytes, treeHead: string): Promise<Finding> {
  if (tracker === null) return { kind: 'included' };
  const file = await fileOf(desk, 'board.txt');
  if (!file.ok) return { kind: 'not-readable', error: file.error };
  const read = readBoard(desk.round.manifest, file.value);
  if (!read.ok || read.board.treeHead !== treeHead) return { kind: 'missing' };
  const line = read.board.lines.find(({ name }) => name === tracker || name === leafName(leaf));
  return line === undefined ? { kind: 'missing' } : { kind: 'found', marks: marksOf(line) };
}

function marksOf({ ballot }: BoardLine): readonly boolean[] | null {
  return ballot.kind === 'marks' ? ballot.marks.map((mark) => mark === 1) : null;
}
