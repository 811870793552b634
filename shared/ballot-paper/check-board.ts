import { type BoardLine, type ReadBoard, isSorted, leafName } from './board.ts';
import { type Check, checkOf, firstOf, unless } from './check.ts';
import { findSigners } from './check-manifest.ts';
import { toHex } from './hex.ts';
import type { Manifest } from './manifest.ts';
import type { RecordBoxRow } from './record.ts';
import { signedMessage } from './signed-file.ts';

/** A board wants two different signers, whoever opened it and whoever opened it again. */
const BOARD_SIGNERS = 2;

/** The board names this tree head, a possible set of released keys, and as many ballots as the box. */
export const checkBoardHeader: Check = checkOf(
  ['manifest', 'treeHead', 'treeHeadHash', 'board'],
  ({ manifest, treeHead, treeHeadHash, board }) =>
    firstOf(
      unless(board.treeHead === toHex(treeHeadHash), 'another tree head'),
      unless(isReleasedSet(board.released, manifest), 'impossible set of released keys'),
      unless(board.size === treeHead.size && board.size === board.lines.length, 'another number of ballots'),
    ),
);

/** The released scrutineers are on the manifest, ascending, at least t. */
function isReleasedSet(released: readonly number[], { scrutineers, t }: Manifest): boolean {
  const ascending = released.every((i, index) => i > (released[index - 1] ?? 0));
  return ascending && released.length >= t && (released.at(-1) ?? 0) <= scrutineers.length;
}

/** Lines sorted, trackers unique, every leaf that is named one of the box, RULE just where the rule is broken. */
export const checkBoardLines: Check = checkOf(['board', 'box'], ({ board, box }) =>
  firstOf(
    unless(isSorted(board.lines), 'not sorted'),
    unless(new Set(board.lines.map(({ name }) => name)).size === board.lines.length, 'a tracker or leaf twice'),
    unless(namesItsBallots(board.lines, box), 'a leaf that is not in the box, or a ballot without tracker or leaf'),
    unless(board.judgedRightly, 'a line is not written as its ballot is judged'),
  ),
);

/** A ballot that could not be opened has no tracker; who has none is named by a leaf of the box. */
function namesItsBallots(lines: readonly BoardLine[], box: readonly RecordBoxRow[]): boolean {
  const leaves = new Set(box.map(({ leaf }) => leafName(leaf)));
  return lines.every(({ name, ballot }) => (name.startsWith('!') ? leaves.has(name) : ballot.kind !== 'unopenable'));
}

/** The figures under the board follow from its lines and the rule. */
export const checkBoardCounts: Check = checkOf(['board'], ({ board }) => unless(isRecount(board), 'the recount differs'));

function isRecount({ tally, written }: ReadBoard): boolean {
  const counts = tally.counts.map(({ votes }) => votes).join(',');
  return counts === written.counts.join(',') && tally.abstained === written.abstained && tally.invalid === written.invalid;
}

/** Two different scrutineers signed the board. */
export const checkBoardSignatures: Check = checkOf(
  ['manifest', 'boardHash', 'signatures'],
  ({ manifest, boardHash, signatures }, context) =>
    findSigners(context, manifest.scrutineers, signedMessage('board', boardHash), signatures.board, BOARD_SIGNERS),
);
