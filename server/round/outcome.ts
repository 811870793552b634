import { readBoard } from '#shared/ballot-paper/board.ts';
import { utf8 } from '#shared/ballot-paper/bytes.ts';
import { sha256 } from '#shared/ballot-paper/hash.ts';
import { toHex } from '#shared/ballot-paper/hex.ts';
import { makeOutcome, readOutcome } from '#shared/ballot-paper/outcome-file.ts';
import type { OutcomeFile } from '#shared/ballot-paper/outcome-file.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import type { OutcomeRuling, RoundOutcome } from '#shared/domain/outcome.ts';
import { validByHand } from '#shared/domain/hand-count.ts';
import type { HandCount } from '#shared/domain/hand-count.ts';
import type { Tally } from '#shared/domain/tally.ts';
import { demand } from '#shared/domain/verdict.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import { refuse } from '#shared/error-code.ts';
import type { Transaction } from '../db/client.ts';
import { putOutcome } from '../db/opening.repository.ts';
import type { RoundRecord, RulingRecord } from '../db/round-record.ts';
import { countNumbers } from './count-numbers.ts';
import { effectiveRuling } from './facts.ts';
import { manifestOf, textOf } from './manifest.ts';

/** What follows from a round's board, with the ruling that has taken effect; null before it is tallied. */
export function outcomeOf(round: RoundRecord): RoundOutcome | null {
  if (round.outcome === null) return null;
  const derived = derive(round, effectiveRuling(round));
  if (!derived.ok) throw new Error(`The outcome of round ${round.id} no longer follows from its board: ${derived.reason}.`);
  return derived.outcome;
}

/** outcome.json of a round as it lies there to be signed. */
export function outcomeFileOf(document: string): OutcomeFile {
  const read = readOutcome(utf8(document));
  if (!read.ok) throw new Error('A stored outcome cannot be read.');
  return read.file;
}

/** What was counted, from the board or by hand; the hall's own count keeps no reasons. */
export type Counted = Omit<Tally, 'invalidReasons'> & { readonly invalidReasons: Tally['invalidReasons'] | null };

/** The counted board of a round, or what the hall counted by hand; null before there is either. Shown with the outcome only. */
export function tallyOf(round: RoundRecord): Counted | null {
  if (round.handCount !== null) return tallyByHand(round.handCount);
  if (round.board === null) return null;
  const read = readBoard(manifestOf(round).manifest, utf8(round.board.document));
  if (!read.ok) throw new Error(`The board of round ${round.id} cannot be read.`);
  return read.board.tally;
}

function tallyByHand(count: HandCount): Counted {
  return { counts: count.counts, received: count.received, valid: validByHand(count), abstained: count.abstained, invalid: count.invalid, invalidReasons: null };
}

/** Writes the outcome of a tallied round; a ruling makes a new one, and what was certified before lapses with its hash. */
export async function writeOutcome(tx: Transaction, round: RoundRecord, ruling: OutcomeRuling | null): Promise<Verdict> {
  const derived = derive(round, ruling);
  if (!derived.ok) return derived;
  const { bytes, file } = derived;
  await putOutcome(tx, { roundId: round.id, document: textOf(bytes), hash: toHex(sha256(bytes)), final: file.final });
  return { ok: true };
}

/** Whether the chair has this to decide. Refuses ruling-not-expected, bad-ruling with the field. */
export function checkOutcomeRuling(round: RoundRecord, ruling: OutcomeRuling & Pick<RulingRecord, 'kind'>): Verdict {
  const derived = derive(round, ruling);
  if (!derived.ok) return derived;
  const kind = derived.outcome.tied.length > 0 ? 'tie' : 'shortfall';
  return demand(ruling.kind === kind, 'bad-ruling', { field: 'kind' });
}

function derive(round: RoundRecord, ruling: OutcomeRuling | null) {
  const tally = tallyOf(round);
  const present = countNumbers(round)?.present;
  const boardHash = round.handCount ?? (round.board === null ? null : sha256(utf8(round.board.document)));
  if (tally === null || boardHash === null || present === undefined) return refuse('wrong-round-state', { figures: { state: round.state } });
  return makeOutcome({
    ...manifestOf(round),
    boardHash,
    tally,
    present,
    ruling: ruling === null ? null : { text: ruling.text, by: ruling.by, reason: ruling.reason, selected: [...ruling.selected] },
    earlier: round.earlierOutcomes.map(outcomeFileOf),
  });
}

/** The two lists of a final outcome: what every round of the chain selected, and the rest of the first round's candidates. */
export function standingsOf(round: RoundRecord): { readonly selected: readonly number[]; readonly keyWork: readonly number[] } {
  const chain = [...round.earlierOutcomes, round.outcome?.document ?? ''].map(outcomeFileOf);
  return { selected: chain.flatMap((file) => file.selected), keyWork: chain.at(-1)?.keyWork ?? [] };
}

type OutcomeView = Omit<NonNullable<RoundDetail['outcome']>, 'signedBy' | 'certifiedBy'>;

/** The outcome for those who sign it; null before two scrutineers found the same board. */
export function outcomeView(round: RoundRecord): OutcomeView | null {
  const outcome = outcomeOf(round);
  const tally = tallyOf(round);
  if (outcome === null || tally === null || round.outcome === null) return null;
  const { document, hash } = round.outcome;
  const file = outcomeFileOf(document);
  return {
    document, hash,
    counts: file.counts.map((row) => ({ ...row })),
    valid: tally.valid,
    abstained: tally.abstained,
    invalid: tally.invalid,
    selected: [...file.selected],
    tied: [...file.tied],
    keyWork: [...file.keyWork],
    placesLeft: file.placesLeft,
    final: file.final,
    next: outcome.next.kind === 'ruling' ? `ruling-${outcome.next.because}` : outcome.next.kind,
  };
}
