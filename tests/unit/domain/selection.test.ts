import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAbstention, checkSelection, followsRule, marksOf, remaining, toggle } from '#shared/domain/selection.ts';

const EIGHT = [1, 2, 3, 4, 5, 6, 7, 8];
const exactlySix = { min: 6, max: 6, abstain: true };
const atMostSix = { min: 1, max: 6, abstain: false };

describe('marking', () => {
  it('adds in official order, takes away, and counts what remains', () => {
    const marked = toggle([5], 2, EIGHT, exactlySix);
    expect(marked).toEqual({ ok: true, selection: [2, 5] });
    expect(remaining([2, 5], exactlySix)).toBe(4);
    expect(toggle([1, 2, 3, 4, 5], 6, EIGHT, exactlySix)).toEqual({ ok: true, selection: [1, 2, 3, 4, 5, 6] });
    expect(toggle([2, 5], 5, EIGHT, exactlySix)).toEqual({ ok: true, selection: [2] });
  });

  it('refuses a seventh and leaves the six as they are', () => {
    const six = [1, 2, 3, 4, 5, 6];
    expect(toggle(six, 7, EIGHT, exactlySix)).toMatchObject({ reason: 'too-many-selected', figures: { selected: 7, max: 6 } });
    expect(six).toEqual([1, 2, 3, 4, 5, 6]);
    expect(toggle(six, 6, EIGHT, exactlySix)).toEqual({ ok: true, selection: [1, 2, 3, 4, 5] });
  });

  it('refuses a project that is not on this round\'s paper', () => {
    expect(toggle([], 9, EIGHT, exactlySix)).toMatchObject({ reason: 'unknown-project' });
    expect(toggle([], 1, [3, 5, 8], { min: 2, max: 2, abstain: true })).toMatchObject({ reason: 'unknown-project' });
  });

  it('never passes the places, whatever is tapped', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EIGHT), { maxLength: 40 }), (taps) => {
        const end = taps.reduce<readonly number[]>((selection, number) => {
          const move = toggle(selection, number, EIGHT, exactlySix);
          return move.ok ? move.selection : selection;
        }, []);
        expect(new Set(end).size).toBe(end.length);
        expect(end.length).toBeLessThanOrEqual(6);
        expect(end).toEqual(end.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('a selection', () => {
  it.each([
    ['six of exactly six', [8, 1, 2, 3, 4, 5], exactlySix, [1, 2, 3, 4, 5, 8]],
    ['one of at most six', [4], atMostSix, [4]],
    ['six of at most six', [1, 2, 3, 4, 5, 6], atMostSix, [1, 2, 3, 4, 5, 6]],
  ])('%s may be cast', (_, chosen, rule, numbers) => {
    expect(checkSelection(chosen, EIGHT, rule)).toMatchObject({ ok: true, selection: { numbers } });
  });

  it.each([
    ['five of exactly six', [1, 2, 3, 4, 5], exactlySix, 'too-few-selected'],
    ['seven of exactly six', [1, 2, 3, 4, 5, 6, 7], exactlySix, 'too-many-selected'],
    ['seven of at most six', [1, 2, 3, 4, 5, 6, 7], atMostSix, 'too-many-selected'],
    ['none of at most six', [], atMostSix, 'too-few-selected'],
    ['none, even where abstention is valid: it has its own button', [], exactlySix, 'too-few-selected'],
    ['one project six times', [1, 1, 1, 1, 1, 1], exactlySix, 'too-few-selected'],
    ['a ninth of eight', [1, 2, 3, 4, 5, 9], exactlySix, 'unknown-project'],
  ])('%s is refused', (_, chosen, rule, reason) => {
    expect(checkSelection(chosen, EIGHT, rule)).toMatchObject({ ok: false, reason });
  });

  it('becomes one mark per candidate of the round', () => {
    const revote = checkSelection([8, 3], [3, 5, 8], { min: 2, max: 2, abstain: true });
    expect(revote.ok && marksOf(revote.selection, [3, 5, 8])).toEqual([1, 0, 1]);
  });
});

describe('abstention', () => {
  it('is a wholly blank ballot, where the method offers it', () => {
    const abstention = checkAbstention(exactlySix);
    expect(abstention.ok && marksOf(abstention.selection, EIGHT)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(checkAbstention(atMostSix)).toMatchObject({ reason: 'abstention-not-offered' });
  });
});

it('what the booth lets through, the count accepts, and nothing else', () => {
  const rule = fc.integer({ min: 1, max: 8 }).chain((max) =>
    fc.record({ max: fc.constant(max), min: fc.constantFrom(1, max), abstain: fc.boolean() }),
  );
  fc.assert(
    fc.property(rule, fc.subarray(EIGHT), (ballotRule, chosen) => {
      const allowed = chosen.length === 0 ? checkAbstention(ballotRule) : checkSelection(chosen, EIGHT, ballotRule);
      expect(allowed.ok).toBe(followsRule(chosen.length, ballotRule));
    }),
  );
});
