import { describe, expect, it } from 'vitest';
import {
  CONGRESS_STATES,
  CONGRESS_TRANSITIONS,
  type CongressState,
  adjourn,
  adopt,
  checkPreparing,
  checkVoting,
  decide,
  publish,
  reopenPreparation,
  resume,
  startVoting,
} from '#shared/domain/congress.ts';
import { ROUND_STATES } from '#shared/domain/round.ts';

/** Every act with facts that let it pass wherever the state allows it. */
const ACTS = {
  adopt: (state: CongressState) => adopt(state, { methodCarried: true, scrutineersCarried: true }),
  reopenPreparation: (state: CongressState) => reopenPreparation(state, { papersDrawn: 0, manifestStands: false }),
  startVoting,
  adjourn: (state: CongressState) => adjourn(state, null),
  resume,
  decide: (state: CongressState) => decide(state, { round: 'certified', outcomeFinal: true }),
  publish,
};

/** Rows: states; columns: acts. A dot is a refusal. */
const TRUTH = `
state      adopt    reopenPreparation startVoting adjourn   resume decide  publish
preparing  adopted  .                 .           .         .      .       .
adopted    .        preparing         voting      .         .      .       .
voting     .        preparing         voting      adjourned .      decided .
adjourned  .        .                 .           .         voting .       .
decided    .        .                 .           .         .      .       published
published  .        .                 .           .         .      .       .
`;

const [header = [], ...rows] = TRUTH.trim().split('\n').map((line) => line.split(/\s+/));
const cells = rows.flatMap(([state = '', ...results]) => results.map((to, i) => [state, header[i + 1] ?? '', to] as const));

describe('every state x every act', () => {
  it('the table covers the whole machine', () => {
    expect(rows.map(([state]) => state)).toEqual(CONGRESS_STATES);
    expect(header.slice(1)).toEqual(Object.keys(CONGRESS_TRANSITIONS));
    expect(cells).toHaveLength(CONGRESS_STATES.length * Object.keys(ACTS).length);
  });

  it.each(cells)('%s, %s: %s', (from, actName, to) => {
    const state = CONGRESS_STATES.find((one) => one === from);
    const act = Object.entries(ACTS).find(([name]) => name === actName)?.[1];
    if (state === undefined || act === undefined) throw new Error(`no ${from} or ${actName}`);
    const move = act(state);
    expect(move).toMatchObject(to === '.' ? { ok: false, reason: 'wrong-congress-state' } : { ok: true, state: to });
  });
});

describe('what each act needs', () => {
  it.each([
    [{ methodCarried: false, scrutineersCarried: true }, 'method'],
    [{ methodCarried: true, scrutineersCarried: false }, 'scrutineers'],
    [{ methodCarried: false, scrutineersCarried: false }, 'method'],
  ])('adopt with %j lacks the %s', (facts, field) => {
    expect(adopt('preparing', facts)).toMatchObject({ reason: 'not-adopted', field });
  });

  it('nothing is reopened once a paper was drawn or while a manifest stands', () => {
    expect(reopenPreparation('voting', { papersDrawn: 1, manifestStands: false })).toMatchObject({ reason: 'paper-drawn' });
    expect(reopenPreparation('adopted', { papersDrawn: 0, manifestStands: true })).toMatchObject({ reason: 'manifest-exists' });
  });

  it('the meeting adjourns between rounds only', () => {
    const allowed = ROUND_STATES.filter((round) => adjourn('voting', round).ok);
    expect(allowed).toEqual(['prepared', 'certified', 'void']);
    expect(adjourn('voting', 'open')).toMatchObject({ reason: 'wrong-round-state' });
  });

  it('is decided by the last signature on a final outcome, not by a tied one', () => {
    expect(decide('voting', { round: 'certified', outcomeFinal: false })).toMatchObject({ reason: 'gate-2-unsigned' });
    expect(decide('voting', { round: 'tallied', outcomeFinal: true })).toMatchObject({ reason: 'gate-2-unsigned' });
  });

  it('is edited while preparing, and votes while adopted or voting', () => {
    expect(CONGRESS_STATES.filter((state) => checkPreparing(state).ok)).toEqual(['preparing']);
    expect(checkPreparing('adopted')).toMatchObject({ reason: 'frozen-by-adoption' });
    expect(CONGRESS_STATES.filter((state) => checkVoting(state).ok)).toEqual(['adopted', 'voting']);
    expect(checkVoting('preparing')).toMatchObject({ reason: 'not-adopted' });
    expect(checkVoting('adjourned')).toMatchObject({ reason: 'wrong-congress-state' });
  });
});
