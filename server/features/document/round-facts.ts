import type { OutcomeFacts, RoundFacts, SignatureFacts } from '#shared/document/facts.ts';
import { checkCountReport } from '#shared/domain/count-report.ts';
import type { Handle } from '../../db/client.ts';
import { readAuditHead, readPrintedRegister } from '../../db/document.repository.ts';
import type { SignedAt } from '../../db/document.repository.ts';
import { readSheetRulings } from '../../db/printed.repository.ts';
import type { RoundRecord, SignedFile } from '../../db/round-record.ts';
import { countNumbers } from '../../round/count-numbers.ts';
import { fileHash } from '../../round/facts.ts';
import { outcomeFileOf, outcomeView, tallyOf } from '../../round/outcome.ts';

/** What the documents say of a round: its record, with the instants of the signatures that stand on each file. */
export async function roundFacts(db: Handle, round: RoundRecord, signings: readonly SignedAt[]): Promise<RoundFacts> {
  const { summary, number, kind, state, places, candidates, summoned, declines, rulings, objections } = round;
  return {
    number, kind, state, places, candidates, summoned, declines,
    hand: round.handCount !== null,
    fingerprint: summary.fingerprint,
    manifestHash: round.manifest?.hash ?? null,
    armedAt: text(round.armedAt),
    openedAt: text(round.openedAt),
    closedAt: text(round.closedAt),
    certifiedAt: text(round.certifiedAt),
    countReport: countReportFacts(round),
    tally: tallyOf(round),
    outcome: outcomeFacts(round),
    signatures: {
      manifest: signersOf(round, 'manifest', signings),
      count: signersOf(round, 'count', signings),
      sth: signersOf(round, 'sth', signings),
      board: signersOf(round, 'board', signings),
      outcome: signersOf(round, 'outcome', signings),
    },
    certifiedBy: certification(round, signings),
    rulings: rulings.map((ruling) => ({ ...ruling, enteredAt: ruling.enteredAt.toISOString(), effectiveAt: text(ruling.effectiveAt) })),
    objections: objections.map((objection) => ({ ...objection, enteredAt: objection.enteredAt.toISOString() })),
    papers: await readPrintedRegister(db, round.id),
    sheetRulings: (await readSheetRulings(db, round.id)).map(({ sheet, valid, reason, ruledBy }) => ({ sheet, valid, reason, ruledBy })),
    auditHead: await readAuditHead(db, round.congress.id, round.certifiedAt),
  };
}

function countReportFacts(round: RoundRecord): RoundFacts['countReport'] {
  const numbers = countNumbers(round);
  const hash = fileHash(round, 'count');
  if (numbers === null || hash === null) return null;
  const valid = checkCountReport(round.congress.method.roundValid, numbers).ok;
  return { ...numbers, headCountReason: round.headCountReason, hash, valid };
}

function outcomeFacts(round: RoundRecord): OutcomeFacts | null {
  const view = outcomeView(round);
  if (view === null || round.outcome === null) return null;
  const { base } = outcomeFileOf(round.outcome.document);
  return { ...view, base, boardHash: round.board?.hash ?? null };
}

function signersOf(round: RoundRecord, file: SignedFile, signings: readonly SignedAt[]): readonly SignatureFacts[] {
  const hash = fileHash(round, file);
  return signings
    .filter((one) => one.file === file && one.hash === hash)
    .flatMap(({ position, at }) => (position === null ? [] : [{ position, at }]));
}

function certification(round: RoundRecord, signings: readonly SignedAt[]): RoundFacts['certifiedBy'] {
  const certified = signings.find((one) => one.file === 'outcome' && one.position === null && one.hash === round.outcome?.hash);
  return certified === undefined ? null : { name: certified.by, at: certified.at };
}

function text(instant: Date | null): string | null {
  return instant?.toISOString() ?? null;
}
