import { z } from 'zod/mini';
import { countTies } from '../domain/next-round.ts';
import { type OutcomeRuling, type RoundOutcome, decideOutcome, finalKeyWork } from '../domain/outcome.ts';
import type { HandBallots } from '../domain/hand-count.ts';
import type { Tally } from '../domain/tally.ts';
import { type Refusal, refuse } from '../error-code.ts';
import { bytesField, toBase64url } from './base64url.ts';
import type { Bytes } from './bytes.ts';
import { toHex } from './hex.ts';
import { readJson } from './json.ts';
import type { Manifest } from './manifest.ts';
import { jsonFile } from './signed-file.ts';

const count = z.int().check(z.minimum(0));
const numbers = z.readonly(z.array(z.int().check(z.minimum(1))));
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const ruling = z.readonly(z.strictObject({ text: z.string(), by: z.string(), reason: z.string(), selected: numbers }));

const counted = z.strictObject({ issued: count, received: count, abstained: count, invalid: count });

const outcomeFields = z.strictObject({
  v: z.literal(1),
  type: z.literal('rv1/outcome'),
  mh: bytesField(32),
  board: z.optional(hash),
  hand: z.optional(z.literal(true)),
  ballots: z.optional(counted),
  number: z.int().check(z.minimum(1)),
  parent: z.nullable(hash),
  places: z.int().check(z.minimum(1)),
  counts: z.readonly(z.array(z.strictObject({ number: z.int().check(z.minimum(1)), votes: count }))),
  base: z.readonly(z.strictObject({ roll: count, present: count, valid: count })),
  selected: numbers,
  tied: numbers,
  placesLeft: count,
  keyWork: numbers,
  ruling: z.nullable(ruling),
  final: z.boolean(),
});

/** Either the board that was counted, or the hand with its ballots. */
const outcomeFile = z.readonly(
  outcomeFields.check(
    z.refine(({ board, hand, ballots }) =>
      board === undefined ? hand === true && ballots !== undefined : hand === undefined && ballots === undefined,
    ),
  ),
);

/**
 * outcome.json of one round; `places` are those of this round, `selected` is this round's. It names the board that it
 * follows from, or says that the round was counted by hand, with the numbers of ballots that were counted.
 */
export type OutcomeFile = z.infer<typeof outcomeFile>;

export type OutcomeFacts = {
  readonly manifest: Manifest;
  readonly mh: Bytes;
  /** SHA-256 of the exact bytes of board.txt; or the numbers of a count by hand, which has no board. */
  readonly boardHash: Uint8Array | HandBallots;
  readonly tally: Pick<Tally, 'counts' | 'valid'>;
  /** Checked in at any moment between arming and close: `checkedIn` of the tree head. */
  readonly present: number;
  readonly ruling: OutcomeRuling | null;
  /** The outcomes of the chain before this round, first round first; none for a first round. */
  readonly earlier: readonly OutcomeFile[];
};

/**
 * The outcome of a round from its board and method, ready to be written and signed, with what must follow.
 * Refuses what the domain refuses: bad-board, bad-method, bad-ruling, ruling-not-expected.
 */
export function makeOutcome(
  facts: OutcomeFacts,
): { readonly ok: true; readonly file: OutcomeFile; readonly bytes: Bytes; readonly outcome: RoundOutcome } | Refusal {
  const { manifest, tally, ruling: ruled, earlier } = facts;
  const base = { roll: manifest.summoned, present: facts.present, valid: tally.valid };
  const places = manifest.rule.max;
  const decided = decideOutcome({
    counts: tally.counts,
    places,
    base,
    rule: manifest.method,
    later: manifest.parent !== null,
    earlierTies: countTies(earlier),
    ruling: ruled,
  });
  if (!decided.ok) return decided;
  const { selected, tied, placesLeft, final } = decided.outcome;
  const file: OutcomeFile = {
    v: 1,
    type: 'rv1/outcome',
    mh: facts.mh,
    ...sourceOf(facts.boardHash),
    number: manifest.number,
    parent: manifest.parent,
    places,
    counts: tally.counts,
    base,
    selected,
    tied,
    placesLeft,
    keyWork: final ? keyWorkOf(facts, selected) : [],
    ruling: ruled,
    final,
  };
  return { ok: true, file, bytes: jsonFile(outcomeJson(file)), outcome: decided.outcome };
}

function sourceOf(counted: Uint8Array | HandBallots): Pick<OutcomeFile, 'board'> | Required<Pick<OutcomeFile, 'hand' | 'ballots'>> {
  if (counted instanceof Uint8Array) return { board: toHex(counted) };
  const { issued, received, abstained, invalid } = counted;
  return { hand: true, ballots: { issued, received, abstained, invalid } };
}

/** Key work: every candidate of the first round that no round selected. */
function keyWorkOf({ earlier, tally }: OutcomeFacts, selected: readonly number[]): readonly number[] {
  const first = earlier[0]?.counts ?? tally.counts;
  return finalKeyWork(first.map(({ number }) => number), [...earlier.map((outcome) => outcome.selected), selected]);
}

/** The fields of outcome.json in their order. */
export function outcomeJson(file: OutcomeFile) {
  return {
    v: file.v,
    type: file.type,
    mh: toBase64url(file.mh),
    ...(file.board === undefined ? {} : { board: file.board }),
    ...(file.hand === undefined ? {} : { hand: file.hand }),
    ...(file.ballots === undefined ? {} : { ballots: ballotsJson(file.ballots) }),
    number: file.number,
    parent: file.parent,
    places: file.places,
    counts: file.counts.map(({ number, votes }) => ({ number, votes })),
    base: { roll: file.base.roll, present: file.base.present, valid: file.base.valid },
    selected: file.selected,
    tied: file.tied,
    placesLeft: file.placesLeft,
    keyWork: file.keyWork,
    ruling: file.ruling === null ? null : rulingJson(file.ruling),
    final: file.final,
  };
}

function ballotsJson({ issued, received, abstained, invalid }: HandBallots) {
  return { issued, received, abstained, invalid };
}

function rulingJson({ text, by, reason, selected }: OutcomeRuling) {
  return { text, by, reason, selected };
}

/** Reads outcome.json: form only. Refuses bad-record. */
export function readOutcome(bytes: Uint8Array): { readonly ok: true; readonly file: OutcomeFile } | Refusal {
  const parsed = outcomeFile.safeParse(readJson(bytes));
  return parsed.success ? { ok: true, file: parsed.data } : refuse('bad-record', { field: 'outcome.json' });
}
