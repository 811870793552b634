import { describe, expect, it } from 'vitest';
import { type GateFacts, checkGate, checkTallyClerk, decline, missingSignatures } from '#shared/domain/certification.ts';
import { gateFacts } from '#tests/builders/round-facts.ts';

const nothing = { tallyClerk: false, chief: false, named: [], others: 0 };

describe('chief and others, t together', () => {
  it.each<[string, Partial<GateFacts>, object]>([
    ['nobody yet', { signedBy: [] }, { chief: true, others: 1 }],
    ['the chief', { signedBy: [1] }, { others: 1 }],
    ['another', { signedBy: [3] }, { chief: true }],
    ['two others of whom none is the chief', { signedBy: [2, 3] }, { chief: true }],
    ['the chief twice', { signedBy: [1, 1] }, { others: 1 }],
    ['the chief and a stranger', { signedBy: [1, 9] }, { others: 1 }],
    ['the chief and one', { signedBy: [3, 1] }, {}],
    ['of t = 3 the chief and one', { t: 3, scrutineers: [1, 2, 3, 4], signedBy: [1, 2] }, { others: 1 }],
  ])('with %s', (_, changes, lacks) => {
    expect(missingSignatures('count', gateFacts(changes))).toEqual({ ...nothing, ...lacks });
  });
});

describe('chief and all present', () => {
  const all = (changes: Partial<GateFacts>) => gateFacts({ signatures: 'all-present', ...changes });
  it.each<[string, Partial<GateFacts>, object]>([
    ['nobody yet', { signedBy: [] }, { chief: true, named: [2, 3] }],
    ['t of three present', { signedBy: [1, 2] }, { named: [3] }],
    ['all', { signedBy: [1, 2, 3] }, {}],
    ['all but one who is absent', { signedBy: [1, 2], present: [1, 2] }, {}],
    ['all but one who declined', { signedBy: [1, 2], declines: [{ position: 3, reason: '有异议' }] }, {}],
    ['the chief when the others are absent: t still', { signedBy: [1], present: [1] }, { others: 1 }],
    ['an absent one who signed, the chief not', { signedBy: [3], present: [1] }, { chief: true }],
    ['all but the chief, who declined', { signedBy: [2, 3], declines: [{ position: 1, reason: '有异议' }] }, { chief: true }],
  ])('with %s', (_, changes, lacks) => {
    expect(missingSignatures('count', all(changes))).toEqual({ ...nothing, ...lacks });
  });
});

describe('the gates', () => {
  it.each<[string, 'count' | 'outcome', Partial<GateFacts>, object]>([
    ['gate 1 without the clerk', 'count', { tallyClerkCertified: false }, { ok: true }],
    ['gate 2 without the clerk', 'outcome', { tallyClerkCertified: false }, { reason: 'tally-clerk-missing' }],
    ['gate 2 with all', 'outcome', {}, { ok: true }],
    ['gate 1 without the chief', 'count', { signedBy: [2] }, { reason: 'chief-signature-missing' }],
    ['gate 1 with the chief alone', 'count', { signedBy: [1] }, { reason: 'gate-1-unsigned', figures: { missing: 1 } }],
    ['gate 2 with the chief alone', 'outcome', { signedBy: [1] }, { reason: 'gate-2-unsigned', figures: { missing: 1 } }],
    ['gate 2 with one present missing', 'outcome', { signatures: 'all-present' }, { reason: 'gate-2-unsigned', figures: { missing: 1 } }],
  ])('%s', (_, gate, changes, expected) => {
    expect(checkGate(gate, gateFacts(changes))).toMatchObject(expected);
  });
});

describe('a scrutineer declines', () => {
  const facts = gateFacts({ signedBy: [1], declines: [{ position: 3, reason: '初次理由' }] });

  it('with a reason, the latest of which stands', () => {
    expect(decline(facts, { position: 2, reason: '有异议' })).toMatchObject({
      ok: true, declines: [{ position: 3, reason: '初次理由' }, { position: 2, reason: '有异议' }],
    });
    expect(decline(facts, { position: 3, reason: '更正' })).toEqual({ ok: true, declines: [{ position: 3, reason: '更正' }] });
  });

  it.each([
    ['without a reason', { position: 2, reason: ' ' }, 'bad-request'],
    ['after signing', { position: 1, reason: '有异议' }, 'already-signed'],
    ['without being one', { position: 9, reason: '有异议' }, 'scrutineer-unknown'],
  ])('not %s', (_, by, reason) => {
    expect(decline(facts, by)).toMatchObject({ ok: false, reason });
  });
});

it('the tally clerk is never also a scrutineer', () => {
  expect(checkTallyClerk('王工', ['监票人甲', '监票人乙'])).toEqual({ ok: true });
  expect(checkTallyClerk('监票人乙 ', ['监票人甲', '监票人乙'])).toMatchObject({ reason: 'clerk-is-scrutineer' });
});
