import { describe, expect, it } from 'vitest';
import {
  CONGRESS_METHOD,
  PROFILES,
  STREET_METHOD,
  ballotRule,
  checkBoxThreshold,
  checkMarking,
  checkMethod,
  presetOf,
} from '#shared/domain/method.ts';
import { aMethod } from '#tests/builders/method.ts';

describe('the presets', () => {
  it.each(PROFILES)('of profile %s can be adopted for eight candidates', (profile) => {
    expect(checkMethod(presetOf(profile), 8)).toEqual({ ok: true });
  });

  it('a street wants exactly 6, no threshold, chief + 1, names only, the hall', () => {
    expect(presetOf('street')).toBe(STREET_METHOD);
    expect(STREET_METHOD).toMatchObject({
      places: 6, selectionSize: 'exactly', abstention: 'valid', passThreshold: 'none', signatures: 'threshold',
      quorum: { numerator: 2, denominator: 3, compare: 'at-least' }, box: { t: 2, n: 3 }, tie: 'revote',
      shortfall: 'second-round', publicList: 'names', recordOpenTo: 'hall', tracker: 'after-board',
      deviceChange: 'approval', roundValid: 'issued-within-present-too', keyWorkLabel: '办事处重点工作',
    });
  });

  it.each(['town', 'county'] as const)('a %s congress wants at most 6, half of the roll, all present', (profile) => {
    expect(presetOf(profile)).toBe(CONGRESS_METHOD);
    expect(CONGRESS_METHOD).toMatchObject({
      places: 6, selectionSize: 'at-most', passThreshold: 'half-of-roll', laterThreshold: 'same',
      signatures: 'all-present', publicList: 'names-and-counts', recordOpenTo: 'everyone', keyWorkLabel: '政府重点工作',
    });
  });
});

describe('the rule of a ballot', () => {
  it.each([
    ['exactly', 'valid', 6, { min: 6, max: 6, abstain: true }],
    ['exactly', 'not-offered', 1, { min: 1, max: 1, abstain: false }],
    ['at-most', 'valid', 6, { min: 1, max: 6, abstain: true }],
    ['at-most', 'not-offered', 2, { min: 1, max: 2, abstain: false }],
  ] as const)('%s, abstention %s, %d places', (selectionSize, abstention, places, rule) => {
    expect(ballotRule({ selectionSize, abstention }, places)).toEqual(rule);
  });
});

describe('a method is refused', () => {
  it.each([
    ['as many places as candidates', aMethod({ places: 8 }), 'places-not-below-candidates', undefined],
    ['more places than candidates', aMethod({ places: 9 }), 'places-not-below-candidates', undefined],
    ['no place', aMethod({ places: 0 }), 'bad-method', 'places'],
    ['half a place', aMethod({ places: 1.5 }), 'bad-method', 'places'],
    ['a quorum of nothing', aMethod({ quorum: { numerator: 0, denominator: 3, compare: 'at-least' } }), 'bad-method', 'quorum'],
    ['a quorum of thirds of nothing', aMethod({ quorum: { numerator: 1, denominator: 0, compare: 'at-least' } }), 'bad-method', 'quorum'],
    ['a quorum above the roll', aMethod({ quorum: { numerator: 4, denominator: 3, compare: 'at-least' } }), 'bad-method', 'quorum'],
    ['a quorum of more than all', aMethod({ quorum: { numerator: 1, denominator: 1, compare: 'more-than' } }), 'bad-method', 'quorum'],
    ['key work without a name', aMethod({ keyWorkLabel: '  ' }), 'bad-method', 'keyWorkLabel'],
    ['a box that one opens', aMethod({ box: { t: 1, n: 3 } }), 'bad-threshold', undefined],
  ])('%s', (_, method, reason, field) => {
    expect(checkMethod(method, 8)).toMatchObject({ ok: false, reason, ...(field && { field }) });
  });

  it('accepts the edges: 7 of 8, and a quorum of the whole roll', () => {
    const all = { numerator: 1, denominator: 1, compare: 'at-least' } as const;
    expect(checkMethod(aMethod({ places: 7, quorum: all }), 8)).toEqual({ ok: true });
  });
});

describe('t of n scrutineers', () => {
  it.each([
    [2, 3, true], [2, 4, true], [3, 4, true], [4, 5, true],
    [1, 3, false], [3, 3, false], [4, 3, false], [1, 2, false], [2, 2, false], [2.5, 4, false], [2, 3.5, false],
  ])('%d of %d: %s', (t, n, allowed) => {
    expect(checkBoxThreshold({ t, n }).ok).toBe(allowed);
  });
});

it('for / against / abstain may be adopted but is refused at arming', () => {
  expect(checkMethod(aMethod({ marking: 'for-against-abstain' }), 8).ok).toBe(true);
  expect(checkMarking('for-against-abstain')).toMatchObject({ reason: 'marking-not-in-rv1' });
  expect(checkMarking('tick')).toEqual({ ok: true });
});
