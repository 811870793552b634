import { describe, expect, it } from 'vitest';
import { discardManifest, arm } from '#shared/domain/round-arm.ts';
import { callOff, close, startCountdown } from '#shared/domain/round-close.ts';
import { certify, confirm, freeze, tally } from '#shared/domain/round-gates.ts';
import { countByHand, tallyByHand } from '#shared/domain/round-by-hand.ts';
import { open, takeOpeningBack } from '#shared/domain/round-open.ts';
import { voidRound } from '#shared/domain/round-void.ts';
import {
  ROUND_STATES,
  ROUND_TRANSITIONS,
  type RoundState,
  checkCast,
  checkDraw,
  checkReopen,
  mayCast,
  mayDraw,
  mayReopen,
} from '#shared/domain/round.ts';
import { aClearOutcome } from '#tests/builders/outcome-input.ts';
import { aCountReport, armFacts, gateFacts, handCountFacts, openFacts, voidFacts } from '#tests/builders/round-facts.ts';

/** Every act with facts that let it pass wherever the state allows it. */
const ACTS: Record<string, (state: RoundState) => { ok: boolean }> = {
  arm: (state) => arm(state, armFacts()),
  discardManifest: (state) => discardManifest(state, 0),
  open: (state) => open(state, openFacts()),
  takeOpeningBack: (state) => takeOpeningBack(state, 0),
  startCountdown: (state) => startCountdown(state, { now: 0, closesAt: null }),
  callOff: (state) => callOff(state, { now: 0, closesAt: 60_000 }),
  close: (state) => close(state, { now: 60_000, closesAt: 60_000 }),
  confirm: (state) =>
    confirm(state, { roundValid: 'issued-within-present-too', report: aCountReport(), gate: gateFacts() }),
  freeze: (state) => freeze(state, { t: 2, signedBy: [2, 3], printedInBox: true }),
  tally: (state) => tally(state, { t: 2, openingSet: [1, 3], boardSignedBy: [1, 3] }),
  certify: (state) => certify(state, { outcome: aClearOutcome(), rulingPending: false, gate: gateFacts() }),
  voidRound: (state) => voidRound(state, voidFacts()),
  countByHand: (state) => countByHand(state, handCountFacts()),
  tallyByHand: (state) => tallyByHand(state),
};

/** Rows: states; columns: acts. A dot is a refusal. */
const TRUTH = `
state     arm   discardManifest open takeOpeningBack startCountdown callOff close  confirm   freeze tally   certify   voidRound countByHand tallyByHand
prepared  armed prepared        .    .               .              .       .      .         .      .       .         .         .           .
armed     .     prepared        open .               .              .       .      .         .      .       .         void      closed      .
open      .     .               .    armed           open           open    closed .         .      .       .         void      .           .
closed    .     .               .    .               .              .       .      confirmed .      .       .         void      .           .
confirmed .     .               .    .               .              .       .      .         frozen .       .         void      .           tallied
frozen    .     .               .    .               .              .       .      .         .      tallied .         void      .           .
tallied   .     .               .    .               .              .       .      .         .      .       certified .         .           .
certified .     .               .    .               .              .       .      .         .      .       .         .         .           .
void      .     .               .    .               .              .       .      .         .      .       .         .         .           .
`;

const [header = [], ...rows] = TRUTH.trim().split('\n').map((line) => line.split(/\s+/));
const cells = rows.flatMap(([state = '', ...results]) => results.map((to, i) => [state, header[i + 1] ?? '', to] as const));

describe('every state x every act', () => {
  it('the table covers the whole machine', () => {
    expect(rows.map(([state]) => state)).toEqual(ROUND_STATES);
    expect(header.slice(1)).toEqual(Object.keys(ROUND_TRANSITIONS));
    expect(header.slice(1)).toEqual(Object.keys(ACTS));
    expect(cells).toHaveLength(9 * 14);
  });

  it.each(cells)('%s, %s: %s', (from, actName, to) => {
    const state = ROUND_STATES.find((one) => one === from);
    const act = ACTS[actName];
    if (state === undefined || act === undefined) throw new Error(`no ${from} or ${actName}`);
    expect(act(state)).toMatchObject(to === '.' ? { ok: false, reason: 'wrong-round-state' } : { ok: true, state: to });
  });
});

describe('papers and ballots', () => {
  it.each([
    // state, draw, cast
    ['prepared', 'round-not-armed', 'round-not-open'],
    ['armed', true, 'round-not-open'],
    ['open', true, true],
    ['closed', 'round-closed', 'round-closed'],
    ['confirmed', 'round-closed', 'round-closed'],
    ['frozen', 'round-closed', 'round-closed'],
    ['tallied', 'round-closed', 'round-closed'],
    ['certified', 'round-closed', 'round-closed'],
    ['void', 'round-closed', 'round-closed'],
  ] as const)('%s: draw %s, cast %s', (state, draw, cast) => {
    expect(checkDraw(state)).toMatchObject(draw === true ? { ok: true } : { ok: false, reason: draw });
    expect(checkReopen(state)).toMatchObject(draw === true ? { ok: true } : { ok: false, reason: draw });
    expect(checkCast(state)).toMatchObject(cast === true ? { ok: true } : { ok: false, reason: cast });
    expect([mayDraw(state), mayReopen(state), mayCast(state)]).toEqual([draw === true, draw === true, cast === true]);
  });
});
