import { describe, expect, it } from 'vitest';
import { STREET_METHOD } from '#shared/domain/method.ts';
import type { DayFacts, RoundFacts } from '#web/console/day-facts.ts';
import { daySteps, stepInHand } from '#web/console/day-steps.ts';

const HASH = 'a'.repeat(64);
const HALL: DayFacts = {
  congress: { state: 'adopted', method: STREET_METHOD },
  projects: 8,
  delegates: Array.from({ length: 60 }, () => ({ letter: 'made', attendance: 'present' }) as const),
  scrutineers: [1, 2, 3].map((position) => ({ chief: position === 1, alternate: false, enrolled: true, position })),
  adoptions: [{ subject: 'method', carried: true }, { subject: 'scrutineers', carried: true }],
  quorum: { needed: 40, met: true },
  rounds: [],
};

const ROUND: RoundFacts = {
  number: 1, kind: 'first', state: 'prepared', closesAt: null, threshold: { t: 2, n: 3 }, present: 55,
  quorum: { needed: 40, met: true }, issued: 55, received: 0, headCount: { entered: true, differs: false, reason: null },
  manifest: null, countReport: null, treeHead: null, released: [], openingSet: null, board: null, outcome: null, rulings: [],
};

const MANIFEST = { hash: HASH, fingerprint: 'AAAA', signedBy: [1], summoned: 60, options: [1, 2] };
const REPORT = {
  document: '', hash: HASH, signedBy: [1], issued: 55, received: 53, notReturned: 2, present: 55, summoned: 60,
  reopened: 0, headCount: 55, headCountReason: null, valid: true,
};
const TREE_HEAD = { document: '', hash: HASH, size: 53, signedBy: [1, 2], serverSignature: '' };
const OUTCOME: NonNullable<RoundFacts['outcome']> = {
  document: '', hash: HASH, signedBy: [], certifiedBy: null, counts: [], valid: 53, abstained: 0, invalid: 0,
  selected: [1, 2, 3, 4, 5, 6], tied: [], keyWork: [7, 8], placesLeft: 0, final: true, next: 'none',
};
const RULING: RoundFacts['rulings'][number] = {
  id: '7c0f3a5e-3f0c-4d5c-9f43-0d6f6f0f0f01', kind: 'tie', text: '', by: '', reason: '', selected: [], document: '',
  enteredAt: '2026-01-01T00:00:00Z', effectiveAt: null,
};

function now(facts: Partial<DayFacts>) {
  return stepInHand(daySteps({ ...HALL, ...facts }));
}

function inRound(round: Partial<RoundFacts>, facts: Partial<DayFacts> = {}) {
  return now({ congress: { state: 'voting', method: STREET_METHOD }, rounds: [{ ...ROUND, ...round }], ...facts });
}

describe('before the first round', () => {
  const preparing = { state: 'preparing', method: STREET_METHOD } as const;
  it.each([
    ['too few projects', { projects: 6 }, { kind: 'projects', act: 'add-projects', missing: [{ why: 'projects-few', have: 6, need: 7 }] }],
    ['no roll', { delegates: [] }, { kind: 'roll', act: 'import-roll' }],
    ['no chief', { scrutineers: HALL.scrutineers.map((one) => ({ ...one, chief: false })) }, { kind: 'scrutineers', act: 'name-scrutineers' }],
    ['keys not made', { scrutineers: HALL.scrutineers.map((one) => ({ ...one, enrolled: one.chief })) },
      { kind: 'scrutineers', state: 'waiting', waitingFor: 'scrutineers', missing: [{ why: 'keys-not-made', have: 1, need: 3 }] }],
    ['a delegate without letter', { delegates: [...HALL.delegates, { letter: 'revoked', attendance: 'absent' }] as const },
      { kind: 'letters', missing: [{ why: 'letters-unmade', have: 60, need: 61 }] }],
    ['quorum short', { quorum: { needed: 61, met: false } }, { kind: 'check-in', missing: [{ why: 'quorum-short', have: 60, need: 61 }] }],
    ['nothing adopted', {}, { kind: 'adopt-method', act: 'adopt-method', missing: [] }],
    ['method put to the vote and not carried', { adoptions: [{ subject: 'method', carried: false }] as const },
      { kind: 'adopt-method', missing: [{ why: 'method-not-carried' }] }],
    ['method carried', { adoptions: [{ subject: 'method', carried: true }] as const }, { kind: 'adopt-scrutineers', act: 'adopt-scrutineers' }],
  ])('%s', (_, facts, expected) => {
    expect(now({ congress: preparing, adoptions: [], ...facts })).toMatchObject(expected);
  });

  it('a letter revoked after the adoption holds up the manifest, not the page', () => {
    const delegates = [...HALL.delegates, { letter: 'revoked', attendance: 'absent' }] as const;
    expect(now({ delegates })).toMatchObject({ id: 'round-1-arm', missing: [{ why: 'letters-unmade', have: 60, need: 61 }] });
  });

  it('prepares a round once both are adopted', () => {
    expect(now({})).toMatchObject({ id: 'round-1-arm', state: 'in-hand', act: 'prepare-round' });
  });
});

describe('during a round', () => {
  it.each([
    ['prepared', { state: 'prepared' }, { id: 'round-1-arm', act: 'make-manifest' }],
    ['manifest made', { state: 'prepared', manifest: MANIFEST }, { id: 'round-1-arm', state: 'waiting', waitingFor: 'scrutineers', missing: [{ why: 'manifest-signatures', have: 1, need: 2 }] }],
    ['armed, no head count', { state: 'armed', headCount: { entered: false, differs: false, reason: null } }, { id: 'round-1-open', waitingFor: 'chief', act: null }],
    ['armed, papers not drawn', { state: 'armed', issued: 53 }, { waitingFor: 'delegates', act: 'open-round', missing: [{ why: 'papers-not-drawn', have: 53, need: 55 }] }],
    ['armed, quorum lost', { state: 'armed', quorum: { needed: 56, met: false } }, { id: 'round-1-open', act: 'check-in' }],
    ['armed, all drawn', { state: 'armed' }, { id: 'round-1-open', state: 'in-hand', act: 'open-round' }],
    ['open, ballots out', { state: 'open', received: 50 }, { id: 'round-1-vote', act: 'start-closing', missing: [{ why: 'ballots-out', have: 50, need: 55 }] }],
    ['countdown', { state: 'open', closesAt: '2026-01-01T00:00:00Z' }, { waitingFor: 'countdown', act: 'call-off-closing' }],
    ['closed, printed ballots uncounted', { state: 'closed' }, { id: 'round-1-count', state: 'in-hand', act: 'count-printed', missing: [{ why: 'printed-uncounted' }] }],
    ['closed', { state: 'closed', countReport: REPORT }, { id: 'round-1-count', waitingFor: 'scrutineers' }],
    ['closed, numbers contradict', { state: 'closed', countReport: { ...REPORT, valid: false } }, { id: 'round-1-count', waitingFor: 'chair', act: 'void-round' }],
    ['confirmed, printed ballots not in the box', { state: 'confirmed' }, { id: 'round-1-freeze', waitingFor: 'scrutineers', act: null, missing: [{ why: 'printed-unkeyed' }] }],
    ['confirmed', { state: 'confirmed', treeHead: TREE_HEAD }, { id: 'round-1-freeze', act: 'freeze-box' }],
    ['frozen', { state: 'frozen', treeHead: TREE_HEAD, released: [1] }, { id: 'round-1-unseal', missing: [{ why: 'keys-unreleased', have: 1, need: 2 }] }],
    ['board posted', { state: 'frozen', treeHead: TREE_HEAD, openingSet: [1, 2], board: { hash: HASH, signedBy: [1] } }, { missing: [{ why: 'second-opening', have: 1, need: 2 }] }],
    ['tallied', { state: 'tallied', outcome: OUTCOME }, { id: 'round-1-outcome', act: 'certify' }],
    ['tied beyond a re-vote', { state: 'tallied', outcome: { ...OUTCOME, next: 'ruling-tie' } }, { id: 'round-1-outcome', waitingFor: 'chair', act: 'enter-ruling' }],
    ['ruling entered', { state: 'tallied', outcome: { ...OUTCOME, next: 'ruling-tie' }, rulings: [RULING] }, { id: 'round-1-outcome', waitingFor: 'chief', act: null }],
    ['tally clerk certified', { state: 'tallied', outcome: { ...OUTCOME, certifiedBy: '计票人' } }, { id: 'round-1-certify', waitingFor: 'scrutineers' }],
  ] satisfies [string, Partial<RoundFacts>, object][])('%s', (_, round, expected) => {
    expect(inRound(round)).toMatchObject(expected);
  });

  it('never calls two steps of a round in hand but the steps before them done', () => {
    const steps = daySteps({ ...HALL, congress: { state: 'voting', method: STREET_METHOD }, rounds: [{ ...ROUND, state: 'open' }] });
    const ofRound = steps.filter((step) => step.round === 1).map((step) => step.state);
    expect(ofRound).toEqual(['done', 'done', 'waiting', 'to-come', 'to-come', 'to-come', 'to-come', 'to-come']);
  });
});

describe('after a round', () => {
  it('a tie asks for the next round', () => {
    expect(inRound({ state: 'certified', outcome: { ...OUTCOME, final: false, next: 'revote' } })).toMatchObject({ id: 'round-2-arm', act: 'prepare-round' });
  });
  it('a void round is followed by its repeat', () => {
    expect(inRound({ state: 'void' })).toMatchObject({ id: 'round-2-arm', act: 'prepare-round' });
  });
  it('an adjourned meeting is resumed first', () => {
    const state = inRound({ state: 'void' }, { congress: { state: 'adjourned', method: STREET_METHOD } });
    expect(state).toMatchObject({ id: 'round-2-arm', act: 'resume' });
  });
  it('the decided congress is published, then nothing is left', () => {
    const rounds: RoundFacts[] = [{ ...ROUND, state: 'certified', outcome: OUTCOME }];
    expect(now({ congress: { state: 'decided', method: STREET_METHOD }, rounds })).toMatchObject({ id: 'publish', act: 'publish' });
    const steps = daySteps({ ...HALL, congress: { state: 'published', method: STREET_METHOD }, rounds });
    expect(new Set(steps.map((step) => step.state))).toEqual(new Set(['done']));
  });
});
