import type { RoundDetail, RulingView } from '#shared/contract/round.ts';
import { inHallAt, presentDuring, quorumMet, quorumNeeded } from '#shared/domain/attendance.ts';
import type { Stay } from '#shared/domain/attendance.ts';
import { checkHeadCount } from '#shared/domain/round-open.ts';
import { checkCountReport, notReturned } from '#shared/domain/count-report.ts';
import { countBackupsLeft } from '../db/backup.repository.ts';
import { countIssued, countPresent, readReopenings } from '../db/roll-entry.repository.ts';
import { countSummoned } from '../db/round-congress.repository.ts';
import type { RoundRecord, RulingRecord } from '../db/round-record.ts';
import { readStays } from '../db/stay.repository.ts';
import type { Deps } from '../deps.ts';
import { countNumbers } from './count-numbers.ts';
import { certifiedBy, fileHash, signedBy, standingSignatures } from './facts.ts';
import { outcomeView } from './outcome.ts';
import { shownReceived } from './received.ts';

/** A round as clerks and scrutineers see it; nothing of a tally before two scrutineers signed the board. */
export async function viewRound(deps: Deps, round: RoundRecord): Promise<RoundDetail> {
  const { method } = round.congress;
  return {
    ...round.summary,
    threshold: { t: method.box.t, n: method.box.n },
    ...(await figures(deps, round)),
    manifest: manifestView(round),
    reopenings: await waitingReopenings(deps, round),
    countReport: countReportView(round),
    treeHead: treeHeadView(round),
    released: [...round.released],
    openingSet: round.openingSet === null ? null : [...round.openingSet],
    board: round.board === null ? null : { hash: round.board.hash, signedBy: [...signedBy(round, 'board')] },
    objections: round.objections.map((one) => ({ by: one.by, text: one.text, enteredAt: one.enteredAt.toISOString() })),
    outcome: outcomeShown(round),
    rulings: round.rulings.map(rulingView),
    signatures: standingSignatures(round).map(({ file, position, at }) => ({ file, position, at: at.toISOString() })),
    declines: round.declines.flatMap(({ gate, position, name, reason, at }) =>
      gate === 'sth' ? [] : [{ gate, position, name, reason, at: at.toISOString() }],
    ),
    backupsLeft: await countBackupsLeft(deps.db, round.id),
  };
}

async function figures(deps: Deps, round: RoundRecord) {
  const { db } = deps;
  const stays = await readStays(db, round.congress.id);
  const present = inHallAt(stays, Date.now()).size;
  const summoned = round.summoned ?? (await countSummoned(db, round.congress.id));
  const { quorum } = round.congress.method;
  return {
    summoned,
    present,
    presentDuringRound: await presentInRound(deps, round, stays),
    quorum: { needed: quorumNeeded(quorum, summoned), met: quorumMet(quorum, summoned, present) },
    issued: await countIssued(db, round.id),
    received: await shownReceived(deps, round),
    headCount: headCountView(round, present),
  };
}

/** Settled at the close; counted on until then. */
async function presentInRound({ db }: Deps, round: RoundRecord, stays: readonly Stay[]): Promise<number> {
  if (round.closedAt !== null) return countPresent(db, round.id);
  const now = Date.now();
  return presentDuring(stays, round.armedAt?.getTime() ?? now, now).size;
}

function headCountView(round: RoundRecord, present: number): RoundDetail['headCount'] {
  if (round.headCount === null) return { entered: false, differs: false, reason: null };
  const same = checkHeadCount({ counted: round.headCount, reason: null }, present).ok;
  return { entered: true, differs: round.headCountReason !== null || !same, reason: round.headCountReason };
}

function manifestView(round: RoundRecord): RoundDetail['manifest'] {
  const { manifest, summary, summoned } = round;
  if (manifest === null || summary.fingerprint === null || summoned === null) return null;
  return {
    hash: manifest.hash,
    fingerprint: summary.fingerprint,
    signedBy: [...signedBy(round, 'manifest')],
    summoned,
    options: [...round.candidates],
  };
}

async function waitingReopenings({ db }: Deps, round: RoundRecord): Promise<RoundDetail['reopenings']> {
  const rows = await readReopenings(db, round.id);
  return rows.map(({ id, requestedAt, entry: { delegate } }) => ({
    id,
    delegateNumber: delegate.number,
    name: delegate.name,
    requestedAt: requestedAt.toISOString(),
  }));
}

function countReportView(round: RoundRecord): RoundDetail['countReport'] {
  const numbers = countNumbers(round);
  const hash = fileHash(round, 'count');
  if (numbers === null || hash === null || round.countReport === null) return null;
  return {
    ...numbers,
    document: round.countReport,
    hash,
    signedBy: [...signedBy(round, 'count')],
    notReturned: notReturned(numbers),
    headCountReason: round.headCountReason,
    valid: checkCountReport(round.congress.method.roundValid, numbers).ok,
  };
}

function treeHeadView(round: RoundRecord): RoundDetail['treeHead'] {
  const { treeHead } = round;
  if (treeHead === null) return null;
  return {
    document: treeHead.document,
    hash: treeHead.hash,
    size: treeHead.size,
    signedBy: [...signedBy(round, 'sth')],
    serverSignature: Buffer.from(treeHead.serverSignature).toString('base64url'),
  };
}

function outcomeShown(round: RoundRecord): RoundDetail['outcome'] {
  const view = outcomeView(round);
  return view === null ? null : { ...view, signedBy: [...signedBy(round, 'outcome')], certifiedBy: certifiedBy(round) };
}

function rulingView(ruling: RulingRecord): RulingView {
  const { id, kind, text, by, reason, selected, document } = ruling;
  return {
    id, kind, text, by, reason, document,
    selected: [...selected],
    enteredAt: ruling.enteredAt.toISOString(),
    effectiveAt: ruling.effectiveAt?.toISOString() ?? null,
  };
}
