import { describe, expect, it } from 'vitest';
import { type OutcomeInput, decideOutcome, finalKeyWork } from '#shared/domain/outcome.ts';
import { aRuling, anOutcomeInput, anOutcomeRule, countsOf } from '#tests/builders/outcome-input.ts';

const none = { kind: 'none' } as const;

/** Eight projects: five clear, then three at 20 for the last place. */
const THREE_TIED = countsOf(48, 45, 20, 44, 43, 42, 20, 20);
/** Four pass more than half of 60; the fifth has exactly half. */
const SHORT = countsOf(31, 50, 30, 40, 35, 10, 0, 5);
const halfOfRoll = anOutcomeRule({ passThreshold: 'half-of-roll' });

describe('six of eight', () => {
  it('clear of the cut-off are selected; the other two are key work', () => {
    const decided = decideOutcome(anOutcomeInput());
    expect(decided).toEqual({
      ok: true,
      outcome: { selected: [1, 2, 4, 5, 6, 7], tied: [], placesLeft: 0, final: true, next: none },
    });
    expect(finalKeyWork([1, 2, 3, 4, 5, 6, 7, 8], [[1, 2, 4, 5, 6, 7]])).toEqual([3, 8]);
  });

  it('of the golden record are those of its outcome.json', () => {
    const counts = countsOf(7, 7, 5, 8, 8, 8, 6, 5);
    const base = { roll: 19, present: 17, valid: 10 };
    expect(decideOutcome(anOutcomeInput({ counts, base }))).toMatchObject({
      outcome: { selected: [1, 2, 4, 5, 6, 7], tied: [], placesLeft: 0, final: true },
    });
  });

  it.each([
    ['above', countsOf(40, 40, 40, 40, 40, 40, 1, 0)],
    ['below', countsOf(45, 44, 43, 42, 41, 40, 1, 1)],
  ])('with a tie wholly %s the cut-off need nothing', (_, counts) => {
    const outcome = { selected: [1, 2, 3, 4, 5, 6], tied: [], final: true };
    expect(decideOutcome(anOutcomeInput({ counts }))).toMatchObject({ outcome });
  });
});

describe('a tie across the cut-off', () => {
  it('is named and re-voted among the tied for the places left', () => {
    expect(decideOutcome(anOutcomeInput({ counts: THREE_TIED }))).toEqual({
      ok: true,
      outcome: {
        selected: [1, 2, 4, 5, 6],
        tied: [3, 7, 8],
        placesLeft: 1,
        final: false,
        next: { kind: 'revote', candidates: [3, 7, 8], places: 1 },
      },
    });
  });

  it('of three for two re-votes three for two', () => {
    const counts = countsOf(48, 45, 20, 44, 43, 20, 10, 20);
    expect(decideOutcome(anOutcomeInput({ counts }))).toMatchObject({
      outcome: { selected: [1, 2, 4, 5], next: { kind: 'revote', candidates: [3, 6, 8], places: 2 } },
    });
  });

  it('of all, as in a box of abstentions, selects none', () => {
    const counts = countsOf(0, 0, 0);
    expect(decideOutcome(anOutcomeInput({ counts, places: 2 }))).toMatchObject({
      outcome: { selected: [], tied: [1, 2, 3], placesLeft: 2, final: false },
    });
  });

  it.each([
    ['where the method says so', { rule: anOutcomeRule({ tie: 'ruling' }) }],
    ['when it is the second of the chain', { later: true, earlierTies: 1 }],
  ])('waits for a ruling %s', (_, changes) => {
    expect(decideOutcome(anOutcomeInput({ counts: THREE_TIED, ...changes }))).toMatchObject({
      outcome: { selected: [1, 2, 4, 5, 6], placesLeft: 1, final: false, next: { kind: 'ruling', because: 'tie' } },
    });
  });

  it('is filled by the ruling and stays named', () => {
    const input = anOutcomeInput({ counts: THREE_TIED, earlierTies: 1, ruling: aRuling(3) });
    expect(decideOutcome(input)).toEqual({
      ok: true,
      outcome: { selected: [1, 2, 3, 4, 5, 6], tied: [3, 7, 8], placesLeft: 0, final: true, next: none },
    });
  });
});

describe('the pass threshold', () => {
  it('of half of the roll excludes the exact half and leaves a shortfall', () => {
    expect(decideOutcome(anOutcomeInput({ counts: SHORT, rule: halfOfRoll }))).toEqual({
      ok: true,
      outcome: {
        selected: [1, 2, 4, 5],
        tied: [],
        placesLeft: 2,
        final: false,
        next: { kind: 'second-round', candidates: [3, 6, 7, 8], places: 2 },
      },
    });
  });

  it.each([
    ['half-of-roll', 30, false], ['half-of-roll', 31, true],
    ['half-of-present', 27, false], ['half-of-present', 28, true],
    ['half-of-valid', 26, false], ['half-of-valid', 27, true],
  ] as const)('%s with %d votes of 60 / 55 / 53: %s', (passThreshold, votes, selected) => {
    const input = anOutcomeInput({ counts: countsOf(votes, 0), places: 1, rule: anOutcomeRule({ passThreshold }) });
    expect(decideOutcome(input)).toMatchObject({ outcome: { selected: selected ? [1] : [] } });
  });

  it('falls away in later rounds where the method says so', () => {
    const rule = anOutcomeRule({ passThreshold: 'half-of-roll', laterThreshold: 'none' });
    const input = anOutcomeInput({ counts: countsOf(20, 10), places: 1, rule });
    expect(decideOutcome({ ...input, later: false })).toMatchObject({ outcome: { selected: [], placesLeft: 1 } });
    expect(decideOutcome({ ...input, later: true })).toMatchObject({ outcome: { selected: [1], final: true } });
  });

  it('a tie of projects that all fail is a shortfall, no tie', () => {
    const input = anOutcomeInput({ counts: countsOf(40, 20, 20), places: 2, rule: halfOfRoll });
    expect(decideOutcome(input)).toMatchObject({ outcome: { selected: [1], tied: [], next: { kind: 'second-round', candidates: [2, 3], places: 1 } } });
  });

  it('a tie of projects that all pass is a tie', () => {
    const input = anOutcomeInput({ counts: countsOf(40, 35, 35), places: 2, rule: halfOfRoll });
    expect(decideOutcome(input)).toMatchObject({ outcome: { selected: [1], tied: [2, 3], next: { kind: 'revote' } } });
  });
});

describe('a shortfall', () => {
  it('is left short where the method says so', () => {
    const rule = anOutcomeRule({ passThreshold: 'half-of-roll', shortfall: 'leave-short' });
    expect(decideOutcome(anOutcomeInput({ counts: SHORT, rule }))).toMatchObject({
      outcome: { selected: [1, 2, 4, 5], placesLeft: 2, final: true, next: none },
    });
  });

  it('is left short where the chair rules so, and fills no place', () => {
    expect(decideOutcome(anOutcomeInput({ counts: SHORT, rule: halfOfRoll, ruling: aRuling() }))).toMatchObject({
      outcome: { selected: [1, 2, 4, 5], placesLeft: 2, final: true, next: none },
    });
  });

  it('of one place may be left short by a ruling too', () => {
    const input = anOutcomeInput({ counts: countsOf(40, 20, 10), places: 2, rule: halfOfRoll, ruling: aRuling() });
    expect(decideOutcome(input)).toMatchObject({ outcome: { selected: [1], placesLeft: 1, final: true } });
  });
});

describe('a ruling is refused', () => {
  const secondTie = { counts: THREE_TIED, earlierTies: 1 };
  const short = { counts: SHORT, rule: halfOfRoll };
  it.each<[string, Partial<OutcomeInput>, string]>([
    ['on a clear outcome', { ruling: aRuling() }, 'ruling-not-expected'],
    ['on a first tie that is re-voted', { counts: THREE_TIED, ruling: aRuling(3) }, 'ruling-not-expected'],
    ['on a shortfall that the method leaves short', { counts: SHORT, rule: { ...halfOfRoll, shortfall: 'leave-short' }, ruling: aRuling() }, 'ruling-not-expected'],
    ['for more than the places left', { ...secondTie, ruling: aRuling(3, 7) }, 'bad-ruling'],
    ['for fewer than the places left', { ...secondTie, ruling: aRuling() }, 'bad-ruling'],
    ['for a project that is not tied', { ...secondTie, ruling: aRuling(1) }, 'bad-ruling'],
    ['for a project of no such number', { ...secondTie, ruling: aRuling(9) }, 'bad-ruling'],
    ['for one project twice', { ...secondTie, places: 7, ruling: aRuling(3, 3) }, 'bad-ruling'],
    ['that fills a place of a shortfall', { ...short, ruling: aRuling(3) }, 'bad-ruling'],
    ['without a reason', { ...secondTie, ruling: { ...aRuling(3), reason: ' ' } }, 'bad-ruling'],
    ['without the chair\'s name', { ...secondTie, ruling: { ...aRuling(3), by: '' } }, 'bad-ruling'],
    ['without words', { ...secondTie, ruling: { ...aRuling(3), text: '' } }, 'bad-ruling'],
  ])('%s', (_, changes, reason) => {
    expect(decideOutcome(anOutcomeInput(changes))).toMatchObject({ ok: false, reason });
  });
});

describe('counts that no board can have are refused', () => {
  it.each<[string, Partial<OutcomeInput>, string]>([
    ['more votes than valid ballots', { counts: countsOf(54, 1), places: 1 }, 'bad-board'],
    ['negative votes', { counts: countsOf(5, -1), places: 1 }, 'bad-board'],
    ['half a vote', { counts: countsOf(5, 0.5), places: 1 }, 'bad-board'],
    ['one project twice', { counts: [...countsOf(5, 4), { number: 1, votes: 3 }], places: 1 }, 'bad-board'],
    ['as many places as candidates', { places: 8 }, 'places-not-below-candidates'],
    ['no place', { places: 0 }, 'bad-method'],
  ])('%s', (_, changes, reason) => {
    expect(decideOutcome(anOutcomeInput(changes))).toMatchObject({ ok: false, reason });
  });
});
