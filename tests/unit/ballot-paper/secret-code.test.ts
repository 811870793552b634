import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromInteger } from '#shared/ballot-paper/integer.ts';
import { foldTyped } from '#shared/ballot-paper/crockford.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import {
  CODE_KINDS, codeOf, deskCode, makeSecret, printedCode, readCode, readCodeOf, readDeskScan, scannedCode,
} from '#shared/ballot-paper/secret-code.ts';

const secrets = fc.uint8Array({ minLength: 16, maxLength: 16 });

/** A secret whose two checks differ, as makeSecret gives. */
const SECRET = makeSecret(NODE_PLATFORM);

describe('a code', () => {
  test('reads back as it was written, in every form', () => {
    fc.assert(
      fc.property(secrets, fc.constantFrom(...CODE_KINDS), (secret, kind) => {
        for (const text of [scannedCode(secret, kind), printedCode(secret, kind), codeOf(secret, kind)]) {
          const read = readCodeOf(kind, text);
          expect(read.ok && read.secret).toEqual(new Uint8Array(secret));
        }
      }),
    );
  });

  test('is printed in seven groups of four', () => {
    expect(printedCode(SECRET, 'real')).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  test('may be typed small, spaced, wide, and with O, I and L', () => {
    const secret = fromInteger(0n, 16).with(15, 1);
    const code = codeOf(secret, 'real');
    expect(code).toMatch(/^0{10}/);
    const typed = code.replaceAll('0', 'o').replaceAll('1', 'l').toLowerCase();
    const wide = Array.from(code, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)).join('');
    const signs = [typed, typed.replaceAll('l', 'I'), ` ${typed.slice(0, 9)} - ${typed.slice(9)}\n`, wide, `rvl:${typed}`, `ＲＶ１：${wide}`];
    for (const text of signs) expect(readCode(text)).toEqual({ ok: true, kind: 'real', secret });
  });

  test('with one character changed is refused, but for a chance of one in 4096', () => {
    const code = codeOf(SECRET, 'real');
    const changed = Array.from(code, (character, at) => code.slice(0, at) + (character === '2' ? '3' : '2') + code.slice(at + 1));
    const taken = changed.filter((text) => text !== code && readCodeOf('real', `RV1:${text}`).ok);
    expect(taken.length).toBeLessThanOrEqual(1);
  });

  test('never passes for the other kind', () => {
    for (const [kind, other] of [['real', 'rehearsal'], ['rehearsal', 'real']] as const) {
      const secret = makeSecret(NODE_PLATFORM);
      expect(readCode(codeOf(secret, kind))).toMatchObject({ ok: true, kind });
      for (const text of [codeOf(secret, kind), scannedCode(secret, kind)]) {
        expect(readCodeOf(other, text)).toEqual({ ok: false, reason: 'code-of-rehearsal' });
      }
    }
    // The prefix alone does not make it one of the other kind.
    expect(readCode(`RVT:${codeOf(SECRET, 'real')}`)).toMatchObject({ reason: 'bad-code' });
  });

  test('is refused for any other text, whatever it is', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const read = readCode(text);
      expect(read.ok || read.reason === 'bad-code').toBe(true);
      expect(foldTyped(text)).not.toMatch(/[\sIOL]/);
    }));
    for (const text of ['', 'RV1:', codeOf(SECRET, 'real').slice(1), `${codeOf(SECRET, 'real')}0`, 'U'.repeat(28)]) {
      expect(readCode(text)).toEqual({ ok: false, reason: 'bad-code' });
    }
  });
});

describe('the desk', () => {
  test('reads a number with its leading zeros', () => {
    expect(readDeskScan(deskCode('007'))).toEqual({ kind: 'number', number: '007' });
    expect(readDeskScan(' rvn:12 ')).toEqual({ kind: 'number', number: '12' });
  });

  test.each([
    ['a letter', scannedCode(SECRET, 'real')],
    ['a rehearsal letter', scannedCode(SECRET, 'rehearsal')],
    ['a letter without its prefix', printedCode(SECRET, 'real')],
    ['a misread letter', `RV1:${codeOf(SECRET, 'real').slice(0, 20)}`],
  ])('knows %s as a secret', (_, text) => {
    expect(readDeskScan(text)).toEqual({ kind: 'secret' });
  });

  test.each([['an address', 'https://vote.example/b/1'], ['a number without its prefix', '12'], ['no digits', 'RVN:1a'], ['nothing', '']])(
    'does not know %s',
    (_, text) => {
      expect(readDeskScan(text)).toEqual({ kind: 'unknown' });
    },
  );
});
