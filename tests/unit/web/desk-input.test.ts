import { describe, expect, it } from 'vitest';
import { beginsAsSecret, readDeskInput } from '#web/console/check-in/desk-input.ts';
import { type Burst, NO_BURST, scannedIn, withKey } from '#web/console/check-in/scan-burst.ts';
import { LETTER_LAYOUTS, pagesOf } from '#web/console/letters/letter-layout.ts';
import { paged } from '#web/console/letters/sheets/paged.ts';
import { leadsToThisMachineOnly } from '#web/console/public-origin.ts';

describe('what comes to the desk', () => {
  it.each([
    ['RVN:0012', { kind: 'number', number: '0012' }],
    ['rvn:0012\r', { kind: 'number', number: '0012' }],
    ['ＲＶＮ：００１２', { kind: 'number', number: '0012' }],
    [' 0012 ', { kind: 'number', number: '0012' }],
    ['https://vote.example/b/abc', { kind: 'address' }],
    ['RVT:7KQ2', { kind: 'secret' }],
    ['hello', { kind: 'unknown' }],
  ])('%s is %o', (text, input) => {
    expect(readDeskInput(text)).toEqual(input);
  });

  it('is thrown away as soon as it begins as a secret', () => {
    expect(['RV1:', 'rvt:7', 'ＲＶ１：'].map(beginsAsSecret)).toEqual([true, true, true]);
    expect(['RV', 'RVN:00', '0012'].map(beginsAsSecret)).toEqual([false, false, false]);
  });
});

describe('a hand scanner under an input method', () => {
  const typed = (keys: readonly string[], every: number): Burst => keys.reduce((burst, code, index) => withKey(burst, code, 1000 + every * index), NO_BURST);
  const SCAN = ['ShiftLeft', 'KeyR', 'KeyV', 'KeyN', 'ShiftLeft', 'Semicolon', 'Digit0', 'Numpad1', 'Digit2'];

  it('is read by its keys', () => {
    expect(scannedIn(typed(SCAN, 4), 1040)).toBe('RVN:012');
  });

  it('is not what a person types, nor a burst whose Enter comes late, nor something else', () => {
    expect(scannedIn(typed(SCAN, 150), 1000 + 150 * SCAN.length)).toBeNull();
    expect(scannedIn(typed(SCAN, 4), 2000)).toBeNull();
    expect(scannedIn(typed(['KeyN', 'KeyI', 'KeyH', 'KeyA', 'KeyO'], 4), 1025)).toBeNull();
  });
});

describe('the pages of a batch', () => {
  const letters = Array.from({ length: 9 }, (_nothing, index) => ({
    delegate: {
      id: String(index), number: String(index), name: '', delegation: '', letter: 'none' as const, letterAt: null,
      attendance: 'absent' as const, checkedInAt: null, late: false, scrutineer: false,
    },
    secret: new Uint8Array(16),
    pk: '',
  }));

  it.each(LETTER_LAYOUTS)('of %s carry every letter, and are as many as was said', (layout) => {
    const pages = paged(letters, layout);
    expect(pages).toHaveLength(pagesOf(layout, letters.length));
    for (const side of layout === 'envelope' ? ['outer', 'inner'] : ['fold']) {
      expect(pages.filter((page) => page.side === side).flatMap((page) => page.letters)).toEqual(letters);
    }
  });

  it('of envelopes have an inner sheet in the place of each outer slip', () => {
    const pages = paged(letters, 'envelope');
    expect(pages.map((page) => page.side)).toEqual(['outer', 'outer', 'outer', 'inner', 'inner', 'inner']);
    expect(pages.slice(0, 3).map((page) => page.letters)).toEqual(pages.slice(3).map((page) => page.letters));
  });
});

it('an address that only this machine can open is known as such', () => {
  expect(['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:3000', 'http://0.0.0.0:80'].map(leadsToThisMachineOnly)).toEqual([true, true, true, true]);
  expect(['https://vote.example', 'http://192.168.1.20:3000', 'https://localhost.example'].map(leadsToThisMachineOnly)).toEqual([false, false, false]);
});
