import { equalBytes, utf8 } from '#shared/ballot-paper/bytes.ts';
import { checkBoardCounts, checkBoardHeader, checkBoardSignatures } from '#shared/ballot-paper/check-board.ts';
import { sha256 } from '#shared/ballot-paper/hash.ts';
import { type OutcomeFile, makeOutcome, readOutcome } from '#shared/ballot-paper/outcome-file.ts';
import { readRecord } from '#shared/ballot-paper/record.ts';
import type { Tally } from '#shared/domain/tally.ts';
import { type Refusal, refuse } from '#shared/error-code.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import type { CallError } from '../api/client.ts';
import type { Desk } from './desk-context.ts';
import { recordFile } from './round-files.ts';
import { recomputeHandCount } from './printed/recompute-hand.ts';
import { readSealedRound } from './round-keys.ts';

export type Recomputed =
  | { readonly ok: true; readonly file: OutcomeFile; readonly tally: Omit<Tally, 'invalidReasons'>; readonly bytes: Uint8Array; readonly same: boolean }
  | { readonly ok: false; readonly refusal: CallError | Refusal };

/**
 * The outcome of a round once more, from the signed board, the signed tree head and the method of the signed
 * manifest; `same` says whether the result sheet has exactly these bytes. Refuses board-unsigned, bad-board.
 */
export async function recomputeOutcome(desk: Desk, round: RoundDetail): Promise<Recomputed> {
  if (round.hand === true) return recomputeHandCount(desk, round, { ruling: rulingOf(round), earlier: earlierOutcomes(desk.rounds, round) });
  const sealed = await readSealedRound(desk, round);
  if (!sealed.ok) return sealed;
  const [board, signatures] = await Promise.all([recordFile(desk, round, 'board.txt'), recordFile(desk, round, 'sigs.json')]);
  if (!board.ok) return { ok: false, refusal: board.error };
  if (!signatures.ok) return { ok: false, refusal: signatures.error };
  const { parts } = readRecord(
    new Map([
      ['manifest.json', sealed.manifestBytes],
      ['sth.json', sealed.treeHead],
      ['board.txt', board.value],
      ['sigs.json', signatures.value],
    ]),
  );
  const context = { platform: desk.keys.platform, onProgress: () => undefined, earlier: null };
  if ((await checkBoardSignatures(parts, context)) !== null) return { ok: false, refusal: refuse('board-unsigned') };
  const fits = (await checkBoardHeader(parts, context)) === null && (await checkBoardCounts(parts, context)) === null;
  const { manifest, manifestHash: mh, treeHead, board: read } = parts;
  if (!fits || manifest === null || mh === null || treeHead === null || read === null) return { ok: false, refusal: refuse('bad-board') };
  const made = makeOutcome({
    manifest,
    mh,
    boardHash: sha256(board.value),
    tally: read.tally,
    present: treeHead.checkedIn,
    ruling: rulingOf(round),
    earlier: earlierOutcomes(desk.rounds, round),
  });
  if (!made.ok) return { ok: false, refusal: made };
  return { ok: true, file: made.file, tally: read.tally, bytes: made.bytes, same: equalBytes(made.bytes, utf8(round.outcome?.document ?? '')) };
}

/** The ruling on this round's tie or shortfall, as the chief signed it. */
function rulingOf(round: RoundDetail) {
  const ruling = round.rulings.find((one) => one.kind !== 'void' && one.effectiveAt !== null);
  if (ruling === undefined) return null;
  const { text, by, reason, selected } = ruling;
  return { text, by, reason, selected };
}

/** Certified rounds before this one, first round first; void ones have no outcome. */
function earlierOutcomes(rounds: readonly RoundDetail[], round: RoundDetail): readonly OutcomeFile[] {
  return rounds
    .filter((one) => one.state === 'certified' && one.number < round.number)
    .toSorted((a, b) => a.number - b.number)
    .flatMap((one) => {
      const read = readOutcome(utf8(one.outcome?.document ?? ''));
      return read.ok ? [read.file] : [];
    });
}
