import { describe, expect, it } from 'vitest';
import {
  type KeyedSheet, type Person, checkKeyer, checkRegister, checkSheetRuling, checkSheets, compareKeyings, settleRegister,
} from '#shared/domain/printed.ts';

const register = { printed: 20, spoiled: 1, unused: 14, returned: 4 };
const clerk: Person = { id: 'c1', role: 'clerk' };
const otherClerk: Person = { id: 'c2', role: 'clerk' };
const scrutineer: Person = { id: 's1', role: 'scrutineer' };
const otherScrutineer: Person = { id: 's2', role: 'scrutineer' };
const reasonOf = (verdict: { ok: boolean; reason?: string }) => (verdict.ok ? null : verdict.reason);

describe('the register of printed ballots', () => {
  it.each([
    ['adds up', {}, null],
    ['has one sheet too many', { printed: 21 }, 'printed'],
    ['lacks a spoiled one', { spoiled: 0 }, 'printed'],
    ['has more returned than issued', { returned: 6 }, 'returned'],
    ['has all of them returned', { returned: 5 }, null],
    ['has less than nothing', { spoiled: -1, unused: 16 }, 'printed'],
    ['has half a sheet', { spoiled: 0.5, unused: 14.5 }, 'printed'],
  ])('%s', (_, change, field) => {
    const verdict = checkRegister({ ...register, ...change }, 5);
    expect(verdict.ok ? null : verdict.field).toBe(field);
  });

  it.each([
    ['the first person', [], { ok: true, with: null }],
    ['the same person again', [{ ...register, by: scrutineer }], { ok: true, with: null }],
    ['a second with other numbers', [{ ...register, returned: 3, by: clerk }], { ok: true, with: null }],
    ['a second with the same', [{ ...register, by: clerk }], { ok: true, with: { by: clerk } }],
    ['a third with the same as one of two', [{ ...register, unused: 15, by: otherClerk }, { ...register, by: otherScrutineer }], { ok: true, with: { by: otherScrutineer } }],
  ])('is settled by two who agree: %s', (_, others, expected) => {
    expect(settleRegister({ ...register, by: scrutineer }, others)).toMatchObject(expected);
  });

  it('is not settled by two clerks', () => {
    expect(reasonOf(settleRegister({ ...register, by: clerk }, [{ ...register, by: otherClerk }]))).toBe('scrutineer-needed');
  });
});

describe('who keys', () => {
  it.each([
    // returned, who came before, who comes now, refused with
    [4, [], clerk, 'scrutineer-needed'],
    [4, [], scrutineer, null],
    [4, [scrutineer], clerk, 'scrutineer-needed'],
    [4, [scrutineer], otherScrutineer, null],
    [5, [], clerk, null],
    [5, [clerk], otherClerk, 'scrutineer-needed'],
    [5, [clerk], scrutineer, null],
    [5, [scrutineer], clerk, null],
    [5, [scrutineer, clerk], otherScrutineer, 'keyed-by-two'],
  ] as const)('%i returned, %j, %j: %s', (returned, others, me, refused) => {
    expect(reasonOf(checkKeyer(me, others, returned))).toBe(refused);
  });

  it.each([
    ['one sheet too few', [[1]], 'bad-keying'],
    ['a mark that is no candidate', [[1], [9]], 'bad-keying'],
    ['a mark twice', [[1], [2, 2]], 'bad-keying'],
    ['too many marks: judged when it is counted, not here', [[1], [1, 2, 3]], null],
    ['a blank sheet', [[], []], null],
  ])('%s', (_, marks, refused) => {
    const sheets = marks.map((one) => ({ marks: one, doubtful: false }));
    expect(reasonOf(checkSheets(sheets, 2, [1, 2, 3]))).toBe(refused);
  });
});

describe('two keyings of one pile', () => {
  const sheet = (...marks: number[]): KeyedSheet => ({ marks, doubtful: false });
  const first = [sheet(1, 2), sheet(2, 3), { ...sheet(1), doubtful: true }, sheet()];
  const second = [sheet(2, 1), sheet(2), sheet(1), sheet()];

  it('agree where the marks are the same and nobody doubts', () => {
    const keyed = compareKeyings(first, second, []);
    expect(keyed.standings).toEqual(['agreed', 'differs', 'doubtful', 'agreed']);
    expect(keyed.open).toEqual([2, 3]);
  });

  it('are complete with the chief’s rulings, in the order of the pile', () => {
    const rulings = [{ sheet: 3, valid: false, marks: [] }, { sheet: 2, valid: true, marks: [3, 2] }];
    expect(compareKeyings(first, second, rulings)).toMatchObject({
      open: [],
      agreed: [{ kind: 'marks', marks: [1, 2] }, { kind: 'marks', marks: [2, 3] }, { kind: 'invalid' }, { kind: 'marks', marks: [] }],
    });
  });

  it('are never overruled where they agree', () => {
    expect(compareKeyings(first, second, [{ sheet: 1, valid: false, marks: [] }]).agreed[0]).toEqual({ kind: 'marks', marks: [1, 2] });
    const { standings } = compareKeyings(first, second, []);
    const ruled = (sheetNumber: number, valid: boolean, marks: number[]) => reasonOf(checkSheetRuling({ sheet: sheetNumber, valid, marks }, standings, [1, 2, 3]));
    expect(ruled(1, true, [1])).toBe('sheet-settled');
    expect(ruled(5, true, [1])).toBe('bad-keying');
    expect(ruled(2, true, [4])).toBe('bad-keying');
    expect(ruled(2, false, [1])).toBe('bad-keying');
    expect([ruled(2, true, []), ruled(3, false, [])]).toEqual([null, null]);
  });
});
