import { leafOf } from '#shared/ballot-paper/ballot.ts';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import { makeCountReport } from '#shared/ballot-paper/count-report-file.ts';
import { sha256 } from '#shared/ballot-paper/hash.ts';
import { toHex } from '#shared/ballot-paper/hex.ts';
import { signWith } from '#shared/ballot-paper/platform-node.ts';
import { attendanceHash } from '#shared/ballot-paper/roll.ts';
import { signedMessage } from '#shared/ballot-paper/signed-file.ts';
import { makeTreeHead } from '#shared/ballot-paper/tree-head.ts';
import { treeRoot } from '#shared/ballot-paper/tree.ts';
import { presentDuring } from '#shared/domain/attendance.ts';
import type { CountReport } from '#shared/domain/count-report.ts';
import { readBox } from '../db/box.repository.ts';
import type { Transaction } from '../db/client.ts';
import { addTreeHead } from '../db/opening.repository.ts';
import { countPresent, countReopened, setAttendance } from '../db/roll-entry.repository.ts';
import type { RoundRecord } from '../db/round-record.ts';
import { readStays } from '../db/stay.repository.ts';
import type { Deps } from '../deps.ts';
import { manifestOf, textOf } from './manifest.ts';
import { issueLog, paperLog, reissuedLog, rollRows } from './record-rows.ts';
import { serverKey } from '../round-keys.ts';

/** Settles who was present in a round that ends now. */
export async function settleAttendance(tx: Transaction, round: RoundRecord, closedAt: Date): Promise<void> {
  const stays = await readStays(tx, round.congress.id);
  const armedAt = round.armedAt?.getTime() ?? closedAt.getTime();
  await setAttendance(tx, round.id, presentDuring(stays, armedAt, closedAt.getTime()));
}

type Counted = Pick<CountReport, 'issued' | 'received'>;

/** The count report that is signed at gate 1. `received` is one sum: the box and the printed ballots that came back. */
export async function writeCountReport(
  tx: Transaction,
  round: RoundRecord,
  { issued, received }: Counted,
): Promise<{ readonly document: string; readonly numbers: CountReport }> {
  const numbers: CountReport = {
    issued,
    received,
    present: await countPresent(tx, round.id),
    summoned: round.summoned ?? 0,
    reopened: await countReopened(tx, round.id),
    headCount: round.headCount,
  };
  const bytes = makeCountReport(manifestOf(round).mh, numbers, round.headCountReason);
  return { document: textOf(bytes), numbers };
}

/**
 * The tree head over the closed box, signed by the server; scrutineers check it against the box and sign it too. Made
 * at the close, or once the printed ballots lie in the box.
 */
export async function writeTreeHead(tx: Transaction, deps: Deps, round: RoundRecord, numbers: Pick<CountReport, 'issued' | 'present'>): Promise<void> {
  const ballots = await readBox(deps.boxSql, round.id);
  const bytes = makeTreeHead({
    mh: manifestOf(round).mh,
    size: ballots.length,
    issued: numbers.issued,
    checkedIn: numbers.present,
    attendance: attendanceHash(await rollRows(tx, round.id)),
    issues: sha256(await issueLog(tx, round.id)),
    root: treeRoot(ballots.map(leafOf)),
    reissued: hashOf(await reissuedLog(tx, round.id)),
    paper: hashOf(await paperLog(tx, round.id)),
  });
  const hash = sha256(bytes);
  const { privateKey } = await serverKey(deps.keys);
  const serverSignature = await signWith(privateKey, signedMessage('sth', hash));
  await addTreeHead(tx, { roundId: round.id, document: textOf(bytes), hash: toHex(hash), size: ballots.length, serverSignature });
}

/** Of a file that the record has. */
function hashOf(file: Uint8Array | null): Bytes | undefined {
  return file === null ? undefined : sha256(file);
}
