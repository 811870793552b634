import { describe, expect, test } from 'vitest';
import { checkRelease, openingSet } from '#shared/domain/opening-set.ts';

const facts = { t: 2, released: [1, 2], fixed: null, without: [], boardPosted: false };

describe('whose keys open the box', () => {
  test('all who handed over, once t have', () => {
    expect(openingSet(facts)).toEqual({ ok: true, set: [1, 2] });
    expect(openingSet({ ...facts, released: [3] })).toMatchObject({ ok: false, reason: 'too-few-keys', figures: { released: 1, needed: 2 } });
  });

  test('fixed once: who comes later opens with the same set', () => {
    expect(openingSet({ ...facts, fixed: [1, 2], released: [1, 2, 3] })).toEqual({ ok: true, set: [1, 2] });
  });

  test('one useless key does not keep the box shut: anew without it, with a key that came later', () => {
    expect(openingSet({ ...facts, fixed: [1, 2], released: [1, 2, 3], without: [1] })).toEqual({ ok: true, set: [2, 3] });
    expect(openingSet({ ...facts, fixed: [1, 2], without: [1] })).toMatchObject({ ok: false, reason: 'too-few-keys' });
  });

  test('never once a board is posted: its header names its set', () => {
    expect(openingSet({ ...facts, fixed: [1, 2], released: [1, 2, 3], without: [1], boardPosted: true })).toMatchObject({ ok: false, reason: 'opening-started' });
    expect(openingSet({ ...facts, fixed: [1, 2], without: [3], boardPosted: true })).toEqual({ ok: true, set: [1, 2] });
  });
});

test('a key may be handed over until a board is posted, and again by who is in the set', () => {
  expect(checkRelease(3, null, false).ok).toBe(true);
  expect(checkRelease(3, [1, 2], false).ok).toBe(true);
  expect(checkRelease(3, [1, 2], true)).toMatchObject({ ok: false, reason: 'opening-started' });
  expect(checkRelease(2, [1, 2], true).ok).toBe(true);
});
