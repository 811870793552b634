import { describe, expect, it } from 'vitest';
import type { RoundDetail, RulingView } from '#shared/contract/round.ts';
import { scrutineerStep } from '#web/scrutineer/scrutineer-step.ts';

const AT = '2026-11-24T09:00:00.000Z';
const HASH = 'a'.repeat(64);
const CHIEF = { position: 1, chief: true };
const OTHER = { position: 2, chief: false };

function aRound(change: Partial<RoundDetail> = {}): RoundDetail {
  return {
    id: 'gETNgU-JKyrGIo5-bq92qg', number: 1, kind: 'first', state: 'prepared', places: 6, candidates: [1, 2, 3, 4, 5, 6, 7, 8],
    fingerprint: null, armedAt: null, openedAt: null, closesAt: null, closedAt: null,
    threshold: { t: 2, n: 3 }, summoned: 20, present: 18, presentDuringRound: 18, quorum: { needed: 14, met: true },
    issued: 0, received: 0, headCount: { entered: false, differs: false, reason: null },
    manifest: null, reopenings: [], countReport: null, treeHead: null, released: [], openingSet: null, board: null,
    objections: [], outcome: null, rulings: [], signatures: [], declines: [], backupsLeft: 0, ...change,
  };
}

const manifest = (signedBy: number[]) => ({ hash: HASH, fingerprint: 'ABCD', signedBy, summoned: 20, options: [1, 2] });
const countReport = (signedBy: number[], valid = true) => ({
  document: '{}', hash: HASH, signedBy, issued: 18, received: 16, notReturned: 2, present: 18, summoned: 20, reopened: 0,
  headCount: 18, headCountReason: null, valid,
});
const treeHead = (signedBy: number[]) => ({ document: '{}', hash: HASH, size: 16, signedBy, serverSignature: 'A'.repeat(86) });
const outcome = (change: Partial<NonNullable<RoundDetail['outcome']>> = {}): NonNullable<RoundDetail['outcome']> => ({
  document: '{}', hash: HASH, signedBy: [], certifiedBy: '计票人', counts: [], valid: 16, abstained: 1, invalid: 0,
  selected: [], tied: [], keyWork: [], placesLeft: 0, final: true, next: 'none', ...change,
});
const pending: RulingView = {
  id: '5f0c3f3e-0c62-4a53-9a3b-0f7d6e3a9b11', kind: 'void', text: '作废', by: '主持人', reason: '误操作', selected: [],
  document: '{}', enteredAt: AT, effectiveAt: null,
};
const closed = (mine: number[], more: Partial<RoundDetail> = {}) =>
  aRound({ state: 'closed', manifest: manifest([1, 2]), countReport: countReport(mine), treeHead: treeHead(mine), ...more });

describe('the card of a scrutineer', () => {
  it.each<[string, RoundDetail, typeof OTHER, string]>([
    ['signs a manifest that stands', aRound({ manifest: manifest([1]) }), OTHER, 'sign-manifest'],
    ['may still sign it once the round is armed', aRound({ state: 'armed', manifest: manifest([1, 3]) }), OTHER, 'sign-manifest'],
    ['counts the hall, as chief', aRound({ state: 'armed', manifest: manifest([1, 2]) }), CHIEF, 'head-count'],
    ['verifies and signs at gate 1', closed([1]), OTHER, 'gate-1'],
    ['hands the key over once frozen', closed([1, 2], { state: 'frozen', released: [1] }), OTHER, 'release'],
    ['opens when enough keys are there', closed([1, 2], { state: 'frozen', released: [1, 2] }), OTHER, 'open-box'],
    ['takes over an opening that was begun', closed([1, 2], { state: 'frozen', released: [1, 3], openingSet: [1, 3] }), OTHER, 'open-box'],
    ['opens again what another posted', closed([1, 2], { state: 'frozen', openingSet: [1, 2], board: { hash: HASH, signedBy: [1] } }), OTHER, 'reopen-box'],
    ['signs the outcome after the tally clerk', closed([1, 2], { state: 'tallied', outcome: outcome() }), OTHER, 'gate-2'],
  ])('%s', (_name, round, me, kind) => {
    expect(scrutineerStep('voting', [round], me).kind).toBe(kind);
  });

  it.each<[string, RoundDetail, string]>([
    ['the tally clerk', closed([1, 2], { state: 'tallied', outcome: outcome({ certifiedBy: null }) }), 'tally-clerk'],
    ['a ruling on a tie', closed([1, 2], { state: 'tallied', outcome: outcome({ certifiedBy: null, next: 'ruling-tie' }) }), 'ruling'],
    ['the second opening', closed([1, 2], { state: 'frozen', board: { hash: HASH, signedBy: [2] } }), 'second-opening'],
    ['numbers that the method does not allow', closed([], { countReport: countReport([], false) }), 'gate-1-numbers'],
    ['others, after declining', closed([1], { declines: [{ gate: 'count', position: 2, name: '乙', reason: '人数不符', at: AT }] }), 'gate-1-signatures'],
    ['the clerk to freeze', closed([1, 2], { state: 'confirmed' }), 'freeze'],
  ])('waits for %s', (_name, round, reason) => {
    expect(scrutineerStep('voting', [round], OTHER)).toMatchObject({ kind: 'wait', for: reason });
  });

  it('never asks for a key before the box is frozen', () => {
    for (const state of ['prepared', 'armed', 'open', 'closed', 'confirmed', 'tallied', 'certified', 'void'] as const) {
      const step = scrutineerStep('voting', [closed([1, 2], { state, outcome: outcome() })], OTHER);
      expect(['release', 'open-box', 'reopen-box']).not.toContain(step.kind);
    }
  });

  it('asks for both signatures of gate 1 while one of them is missing', () => {
    const half = closed([1, 2], { treeHead: treeHead([1]) });
    expect(scrutineerStep('voting', [half], OTHER).kind).toBe('gate-1');
  });

  it('puts a ruling before everything for the chief, and makes the others wait', () => {
    const round = closed([1], { rulings: [pending] });
    expect(scrutineerStep('voting', [round], CHIEF).kind).toBe('sign-ruling');
    expect(scrutineerStep('voting', [round], OTHER)).toMatchObject({ kind: 'wait', for: 'ruling-signature' });
  });

  it('shows delegates who ask to change device while papers can be drawn', () => {
    const asking = [{ id: pending.id, delegateNumber: '012', name: '甲', requestedAt: AT }];
    expect(scrutineerStep('voting', [aRound({ state: 'open', manifest: manifest([1, 2]), reopenings: asking })], OTHER).kind).toBe('approve');
    expect(scrutineerStep('voting', [closed([], { reopenings: asking })], OTHER).kind).toBe('gate-1');
  });

  it('follows the latest round, and ends when the congress is decided', () => {
    const first = closed([1, 2], { state: 'certified', outcome: outcome({ final: false, next: 'revote' }) });
    const second = aRound({ id: 'hETNgU-JKyrGIo5-bq92qg', number: 2, manifest: manifest([]) });
    expect(scrutineerStep('voting', [second, first], OTHER)).toMatchObject({ kind: 'sign-manifest', round: { number: 2 } });
    expect(scrutineerStep('decided', [first], OTHER).kind).toBe('decided');
  });
});
