import { describe, expect, it } from 'vitest';
import { type ArmFacts, arm, discardManifest } from '#shared/domain/round-arm.ts';
import { aMethod } from '#tests/builders/method.ts';
import { armFacts } from '#tests/builders/round-facts.ts';

describe('arming is refused', () => {
  it.each<[string, Partial<ArmFacts>, string]>([
    ['while preparing', { congress: 'preparing' }, 'not-adopted'],
    ['while adjourned', { congress: 'adjourned' }, 'wrong-congress-state'],
    ['once decided', { congress: 'decided' }, 'wrong-congress-state'],
    ['without the method', { methodAdopted: false }, 'not-adopted'],
    ['without the scrutineers', { scrutineersAdopted: false }, 'not-adopted'],
    ['with a reserved marking', { method: aMethod({ marking: 'for-against-abstain' }) }, 'marking-not-in-rv1'],
    ['with as many places as candidates', { places: 8 }, 'places-not-below-candidates'],
    ['without a place', { places: 0 }, 'bad-method'],
    ['with a box that one opens', { method: aMethod({ box: { t: 1, n: 3 } }) }, 'bad-threshold'],
    ['with an unsigned manifest', { manifestSignedBy: [] }, 'manifest-unsigned'],
    ['with one signature of two', { manifestSignedBy: [3] }, 'manifest-unsigned'],
    ['with one scrutineer signing twice', { manifestSignedBy: [3, 3] }, 'manifest-unsigned'],
  ])('%s', (_, changes, reason) => {
    expect(arm('prepared', armFacts(changes))).toMatchObject({ ok: false, reason });
  });

  it('names how many signatures the manifest has and needs', () => {
    expect(arm('prepared', armFacts({ manifestSignedBy: [2] }))).toMatchObject({ figures: { signed: 1, needed: 2 } });
  });
});

it('arms a re-vote of three for two while voting', () => {
  const facts = armFacts({ congress: 'voting', candidates: 3, places: 2 });
  expect(arm('prepared', facts)).toEqual({ ok: true, state: 'armed' });
});

it('keeps the manifest once a paper was drawn', () => {
  expect(discardManifest('armed', 1)).toMatchObject({ reason: 'paper-drawn', figures: { papersDrawn: 1 } });
});
