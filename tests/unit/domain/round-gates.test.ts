import { describe, expect, it } from 'vitest';
import { certify, confirm, freeze, tally } from '#shared/domain/round-gates.ts';
import { type VoidFacts, voidRound } from '#shared/domain/round-void.ts';
import { aClearOutcome } from '#tests/builders/outcome-input.ts';
import { aCountReport, gateFacts, voidFacts } from '#tests/builders/round-facts.ts';

describe('gate 1', () => {
  const facts = { roundValid: 'issued-within-present-too', report: aCountReport(), gate: gateFacts() } as const;

  it('needs neither tally clerk nor tally', () => {
    const gate = gateFacts({ tallyClerkCertified: false });
    expect(confirm('closed', { ...facts, gate })).toEqual({ ok: true, state: 'confirmed' });
  });

  it.each([
    ['contradicting numbers', { ...facts, report: aCountReport({ received: 56 }) }, 'numbers-contradict'],
    ['no chief', { ...facts, gate: gateFacts({ signedBy: [2, 3] }) }, 'chief-signature-missing'],
    ['the chief alone', { ...facts, gate: gateFacts({ signedBy: [1] }) }, 'gate-1-unsigned'],
  ])('is not passed with %s', (_, wrong, reason) => {
    expect(confirm('closed', wrong)).toMatchObject({ ok: false, reason });
  });

  it('follows a relaxed method', () => {
    const report = aCountReport({ issued: 56, present: 55 });
    expect(confirm('closed', { ...facts, report })).toMatchObject({ reason: 'numbers-contradict', field: 'issued' });
    expect(confirm('closed', { ...facts, report, roundValid: 'received-within-issued' }).ok).toBe(true);
  });
});

describe('the box', () => {
  it('is frozen under a tree head that t different scrutineers signed', () => {
    expect(freeze('confirmed', { t: 2, signedBy: [2, 2], printedInBox: true })).toMatchObject({
      reason: 'tree-head-unsigned', figures: { signed: 1, needed: 2 },
    });
  });

  it.each([
    ['before opening started', { t: 2, openingSet: null, boardSignedBy: [1, 3] }, 'opening-not-started'],
    ['with one key of two', { t: 2, openingSet: [1], boardSignedBy: [1, 3] }, 'too-few-keys'],
    ['opened once only', { t: 2, openingSet: [1, 3], boardSignedBy: [3] }, 'board-unsigned'],
    ['re-opened by the same scrutineer', { t: 2, openingSet: [1, 3], boardSignedBy: [3, 3] }, 'board-unsigned'],
  ])('is not tallied %s', (_, facts, reason) => {
    expect(tally('frozen', facts)).toMatchObject({ ok: false, reason });
  });
});

describe('gate 2', () => {
  const facts = { outcome: aClearOutcome(), rulingPending: false, gate: gateFacts() };

  it('is passed by a tied round too, which a re-vote follows', () => {
    const next = { kind: 'revote', candidates: [3, 8], places: 1 } as const;
    const outcome = aClearOutcome({ tied: [3, 8], placesLeft: 1, final: false, next });
    expect(certify('tallied', { ...facts, outcome })).toEqual({ ok: true, state: 'certified' });
  });

  it.each([
    ['a ruling unsigned', { ...facts, rulingPending: true }, 'ruling-pending'],
    ['a tie that waits for a ruling', { ...facts, outcome: aClearOutcome({ final: false, next: { kind: 'ruling', because: 'tie' } }) }, 'ruling-needed'],
    ['no tally clerk', { ...facts, gate: gateFacts({ tallyClerkCertified: false }) }, 'tally-clerk-missing'],
    ['no chief', { ...facts, gate: gateFacts({ signedBy: [2, 3] }) }, 'chief-signature-missing'],
    ['the chief alone', { ...facts, gate: gateFacts({ signedBy: [1] }) }, 'gate-2-unsigned'],
  ])('is not passed with %s', (_, wrong, reason) => {
    expect(certify('tallied', wrong)).toMatchObject({ ok: false, reason });
  });
});

describe('a round is not voided', () => {
  const { ruling } = voidFacts();
  it.each<[string, Partial<VoidFacts>, string, string | undefined]>([
    ['once opening started', { openingStarted: true }, 'opening-started', undefined],
    ['without the chief', { chiefSigned: false }, 'chief-signature-missing', undefined],
    ['without a reason', { ruling: { ...ruling, reason: ' ' } }, 'bad-ruling', 'reason'],
    ['by nobody', { ruling: { ...ruling, by: '' } }, 'bad-ruling', 'by'],
    ['without words', { ruling: { ...ruling, text: '' } }, 'bad-ruling', 'text'],
  ])('%s', (_, changes, reason, field) => {
    expect(voidRound('frozen', voidFacts(changes))).toMatchObject({ ok: false, reason, ...(field && { field }) });
  });
});
