import type { CertifiedRound } from '#shared/contract/publication.ts';
import type { RoundRecord } from '../db/round-record.ts';
import { countNumbers } from './count-numbers.ts';
import { outcomeFileOf, tallyOf } from './outcome.ts';

/** The results of rounds that are through gate 2; every other round leaves nothing. */
export function certifiedRounds(rounds: readonly RoundRecord[]): CertifiedRound[] {
  return rounds.flatMap((round) => {
    const result = certifiedRound(round);
    return result === null ? [] : [result];
  });
}

function certifiedRound(round: RoundRecord): CertifiedRound | null {
  const { state, outcome, certifiedAt, number, kind, summary } = round;
  const numbers = countNumbers(round);
  const tally = tallyOf(round);
  if (state !== 'certified' || outcome === null || certifiedAt === null || numbers === null || tally === null) return null;
  const file = outcomeFileOf(outcome.document);
  return {
    number,
    kind,
    fingerprint: summary.fingerprint ?? '',
    outcomeHash: outcome.hash,
    summoned: numbers.summoned,
    present: numbers.present,
    issued: numbers.issued,
    received: numbers.received,
    valid: tally.valid,
    abstained: tally.abstained,
    invalid: tally.invalid,
    places: file.places,
    counts: file.counts.map((row) => ({ ...row })),
    selected: [...file.selected],
    tied: [...file.tied],
    keyWork: [...file.keyWork],
    placesLeft: file.placesLeft,
    final: file.final,
    ...(file.hand === true ? { hand: file.hand } : {}),
    ruling: file.ruling === null ? null : { text: file.ruling.text, by: file.ruling.by, reason: file.ruling.reason },
    certifiedAt: certifiedAt.toISOString(),
  };
}
