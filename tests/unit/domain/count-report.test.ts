import { describe, expect, it } from 'vitest';
import { type CountReport, checkCountReport, notReturned } from '#shared/domain/count-report.ts';
import { aCountReport } from '#tests/builders/round-facts.ts';

const BOTH = 'issued-within-present-too';
const RELAXED = 'received-within-issued';

describe('the count report', () => {
  it('names what was not returned', () => expect(notReturned(aCountReport())).toBe(2));

  it.each<[string, Partial<CountReport>, boolean, boolean]>([
    // allowed by the default, allowed by the relaxed method
    ['nothing lost', { issued: 55, received: 55 }, true, true],
    ['nobody came to cast', { received: 0 }, true, true],
    ['one ballot too many', { issued: 53, received: 54 }, false, false],
    ['one paper too many', { issued: 56, present: 55 }, false, true],
    ['more present than on the roll', { present: 61 }, false, false],
    ['everyone on the roll', { present: 60, issued: 60, received: 60 }, true, true],
    ['a negative number', { received: -1 }, false, false],
    ['half a paper', { reopened: 0.5 }, false, false],
  ])('%s: %j, both %s, relaxed %s', (_, changes, both, relaxed) => {
    const report = aCountReport(changes);
    expect([checkCountReport(BOTH, report).ok, checkCountReport(RELAXED, report).ok]).toEqual([both, relaxed]);
  });

  it('names the number that is too large', () => {
    expect(checkCountReport(BOTH, aCountReport({ received: 56 }))).toMatchObject({
      reason: 'numbers-contradict', field: 'received', figures: { issued: 55, received: 56, present: 55, summoned: 60 },
    });
    expect(checkCountReport(BOTH, aCountReport({ issued: 56 }))).toMatchObject({ field: 'issued' });
    expect(checkCountReport(BOTH, aCountReport({ present: 61 }))).toMatchObject({ field: 'present' });
  });
});
