import { equalBytes } from './bytes.ts';
import { type Check, type CheckContext, type Finding, checkOf, firstOf, unless } from './check.ts';
import { findSigners } from './check-manifest.ts';
import { toHex } from './hex.ts';
import { type OutcomeFacts, type OutcomeFile, makeOutcome, outcomeJson } from './outcome-file.ts';
import type { RecordParts } from './record.ts';
import { signedMessage } from './signed-file.ts';

/** The outcome names this manifest, this board (counted by hand: none), this round and its parent. */
export const checkOutcomeNames: Check = checkOf(
  ['manifest', 'manifestHash', 'outcome'],
  ({ manifest, manifestHash, boardHash, outcome }) =>
    firstOf(
      unless(equalBytes(outcome.mh, manifestHash), 'another manifest'),
      unless(outcome.hand === true || (boardHash !== null && outcome.board === toHex(boardHash)), 'another board'),
      unless(outcome.number === manifest.number, 'another round'),
      unless(outcome.parent === manifest.parent, 'another parent'),
    ),
);

/**
 * The outcome follows from the lines of the board, the numbers of the tree head and the method; counted by hand, from
 * its own counts and the method.
 */
export const checkOutcomeResult: Check = checkOf(
  ['manifest', 'outcome'],
  ({ manifest, outcome, treeHead, board }, { earlier }) => {
    const { mh, ruling } = outcome;
    const counted = outcome.hand === true ? countedByHand(outcome) : countedFromBoard(treeHead, board);
    if (counted === null) return 'unread: treeHead, board';
    const facts = { manifest, mh, ...counted, boardHash: mh, ruling };
    if (earlier !== null || manifest.parent === null) return findResult({ ...facts, earlier: earlier ?? [] }, outcome);
    return findResultAlone(facts, outcome);
  },
);

type Counted = Pick<OutcomeFacts, 'tally' | 'present'>;

function countedByHand({ counts, base }: OutcomeFile): Counted {
  return { tally: { counts, valid: base.valid }, present: base.present };
}

function countedFromBoard(treeHead: RecordParts['treeHead'], board: RecordParts['board']): Counted | null {
  return treeHead === null || board === null ? null : { tally: board.tally, present: treeHead.checkedIn };
}

/** At least t scrutineers signed the outcome. */
export const checkOutcomeSignatures: Check = checkOf(
  ['manifest', 'outcomeHash', 'signatures'],
  ({ manifest, outcomeHash, signatures }, context: CheckContext) =>
    findSigners(context, manifest.scrutineers, signedMessage('outcome', outcomeHash), signatures.outcome, manifest.t),
);

function findResult(facts: OutcomeFacts, outcome: OutcomeFile): Finding {
  const made = makeOutcome(facts);
  if (!made.ok) return `no outcome follows: ${made.reason}`;
  return unless(resultText(made.file) === resultText(outcome), 'another outcome follows');
}

/**
 * A later round without its earlier ones: whether a tie went before is not known, so an outcome that would follow
 * either way is taken; key work is held against this round's own options only.
 */
function findResultAlone(facts: Omit<OutcomeFacts, 'earlier'>, outcome: OutcomeFile): Finding {
  const tiedBefore = [{ ...outcome, tied: [1], selected: [], counts: outcome.counts }];
  const keyWork = (file: OutcomeFile) => ({ ...file, keyWork: file.keyWork.filter((number) => isOption(facts, number)) });
  const foreign = outcome.keyWork.filter((number) => !isOption(facts, number));
  return firstOf(
    unless(outcome.final || foreign.length === 0, 'key work before the last round'),
    [[], tiedBefore].some((earlier) => findResult({ ...facts, earlier }, keyWork(outcome)) === null)
      ? null
      : 'another outcome follows',
  );
}

function isOption({ manifest }: Pick<OutcomeFacts, 'manifest'>, number: number): boolean {
  return manifest.options.some((option) => option.number === number);
}

/** All that is derived; what the outcome names is another check. */
function resultText(file: OutcomeFile): string {
  const { places, counts, base, selected, tied, placesLeft, keyWork, ruling, final } = outcomeJson(file);
  return JSON.stringify({ places, counts, base, selected, tied, placesLeft, keyWork, ruling, final });
}
