import { isSorted, readBoard, writeBoard } from '#shared/ballot-paper/board.ts';
import { equalBytes, utf8 } from '#shared/ballot-paper/bytes.ts';
import { sha256 } from '#shared/ballot-paper/hash.ts';
import { toHex } from '#shared/ballot-paper/hex.ts';
import { checkSums } from '#shared/domain/tally.ts';
import { demand, firstRefusal } from '#shared/domain/verdict.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { SignedInCaller } from '../../caller.ts';
import { addBoard } from '../../db/opening.repository.ts';
import type { RoundRecord } from '../../db/round-record.ts';
import { addSignature } from '../../db/signature.repository.ts';
import type { Deps } from '../../deps.ts';
import { actOnRound, scrutineerOf } from '../../round/act.ts';
import type { Shown } from '../../round/act.ts';
import { signedBy } from '../../round/facts.ts';
import { manifestOf } from '../../round/manifest.ts';
import { moveOn } from '../../round/move-on.ts';
import { isBoardSigned } from '../../round/signature.ts';

type Posted = { readonly board: string; readonly sig: string };

/**
 * The opened ballots as a scrutineer's browser found them, signed. Another scrutineer opens the box again
 * and signs (or posts) the same bytes, or withdraws them. Refuses board-differs beside a standing board.
 */
export function postBoard(deps: Deps, caller: SignedInCaller, roundId: string, posted: Posted): Promise<Shown | Refusal> {
  return actOnRound(deps, caller, roundId, async (tx, round) => {
    const found = scrutineerOf(round, caller);
    if (!found.ok) return found;
    if (round.state !== 'frozen') return refuse('wrong-round-state', { figures: { state: round.state } });
    const checked = checkBoard(round, posted.board);
    if (!checked.ok) return checked;
    const hash = toHex(sha256(utf8(posted.board)));
    const signer = found.scrutineer;
    if (round.board !== null && round.board.hash !== hash) return refuse('board-differs');
    if (signedBy(round, 'board').includes(signer.position)) return refuse('already-signed');
    if (!(await isBoardSigned(signer, hash, posted.sig))) return refuse('bad-signature', { field: 'sig' });
    if (round.board === null) await addBoard(tx, { roundId, document: posted.board, hash });
    const sig = new Uint8Array(Buffer.from(posted.sig, 'base64url'));
    await addSignature(tx, { roundId, file: 'board', hash, scrutineerId: signer.id, sig, signedBy: signer.name });
    // Two who post the same bytes have found the same board, also where it was withdrawn in between.
    const moved = await moveOn(tx, roundId, 'board');
    return moved.ok ? { ok: true, act: 'post board', detail: hash } : moved;
  });
}

/** The board of this round's box, opened with the released keys, and exactly as its own lines make it. */
function checkBoard(round: RoundRecord, text: string): Verdict {
  if (round.openingSet === null) return refuse('opening-not-started');
  const { manifest } = manifestOf(round);
  const bytes = utf8(text);
  const read = readBoard(manifest, bytes);
  if (!read.ok) return read;
  const { board } = read;
  const names = new Set(board.lines.map((line) => line.name));
  return firstRefusal(
    demand(board.treeHead === round.treeHead?.hash, 'bad-board', { field: 'sth' }),
    demand(board.released.join() === round.openingSet.join(), 'bad-board', { field: 'released' }),
    demand(board.size === round.treeHead?.size && board.lines.length === board.size, 'bad-board', { field: 'size' }),
    demand(isSorted(board.lines) && names.size === board.lines.length, 'bad-board', { field: 'line' }),
    demand(equalBytes(writeBoard(board), bytes), 'bad-board', { field: 'counts' }),
    checkSums(board.tally, round.treeHead?.size ?? 0, manifest.rule),
  );
}
