import fc from 'fast-check';
import { combine } from 'shamir-secret-sharing';
import { describe, expect, test } from 'vitest';
import { fromBase64url, toBase64url } from '#shared/ballot-paper/base64url.ts';
import { subsets } from '#shared/ballot-paper/box-entry.ts';
import { compareBytes, equalBytes, readUtf8 } from '#shared/ballot-paper/bytes.ts';
import { toCrockford } from '#shared/ballot-paper/crockford.ts';
import { fromHex, toHex } from '#shared/ballot-paper/hex.ts';
import { joinShares, splitSecret } from '#shared/ballot-paper/shamir.ts';
import { sha256 } from '#shared/ballot-paper/hash.ts';
import { treeRoot } from '#shared/ballot-paper/tree.ts';

const bytes = fc.uint8Array({ maxLength: 600 });

describe('base64url', () => {
  test('writes and reads what Node writes and reads', () => {
    fc.assert(fc.property(bytes, (value) => {
      expect(toBase64url(value)).toBe(Buffer.from(value).toString('base64url'));
      expect(fromBase64url(toBase64url(value), value.length)).toEqual(new Uint8Array(value));
    }));
  });

  test('gives one byte string only one form', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
      const value = fromBase64url(text);
      expect(value === null || toBase64url(value) === text).toBe(true);
    }));
    for (const text of ['A', 'AB', 'AAB', 'AA==', 'AA+A', 'AA/A', 'AA A', 'AAA\n', 'AA𝔸A', 'AAĀ']) expect(fromBase64url(text)).toBeNull();
    expect(fromBase64url('AAAA', 4)).toBeNull();
  });
});

test('hex is lower case and of whole bytes', () => {
  fc.assert(fc.property(bytes, (value) => {
    expect(fromHex(toHex(value), value.length)).toEqual(new Uint8Array(value));
  }));
  for (const text of ['0', 'AA', 'zz', ' 00', '00\n']) expect(fromHex(text)).toBeNull();
  expect(fromHex('00', 2)).toBeNull();
});

test('UTF-8 is strict, and a byte order mark stays', () => {
  expect(readUtf8(Uint8Array.of(0xff))).toBeNull();
  expect(readUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b))).toBe('\ufeff{');
});

test('Crockford takes the lowest bits', () => {
  expect(toCrockford(Uint8Array.of(0xff, 0x00, 0x21), 2)).toBe('11');
  expect(toCrockford(Uint8Array.of(1), 4)).toBe('0001');
});

test('comparing bytes is an order', () => {
  fc.assert(fc.property(bytes, bytes, (a, b) => {
    expect(Math.sign(compareBytes(a, b))).toBe(-Math.sign(compareBytes(b, a)) + 0);
    expect(equalBytes(a, b)).toBe(toHex(a) === toHex(b));
  }));
});

describe('shares', () => {
  test('any t of n join to the secret, fewer do not', async () => {
    const secret = sha256(Uint8Array.of(1));
    const shares = await splitSecret(secret, 5, 3);
    for (const three of subsets(shares, 3)) expect(joinShares(three)).toEqual(secret);
    for (const two of subsets(shares, 2)) expect(joinShares(two)).not.toEqual(secret);
    expect(joinShares(shares)).toEqual(secret);
  });

  test('join as the audited library joins, whatever they are', async () => {
    const share = fc.uint8Array({ minLength: 33, maxLength: 33 });
    await fc.assert(fc.asyncProperty(fc.array(share, { minLength: 2, maxLength: 5 }), async (shares) => {
      const theirs = await combine(shares.map((one) => new Uint8Array(one))).catch(() => null);
      expect(joinShares(shares)).toEqual(theirs);
    }));
  });

  test('of one x, or of another length, do not join', () => {
    expect(joinShares([new Uint8Array(33), new Uint8Array(33)])).toBeNull();
    expect(joinShares([new Uint8Array(32), new Uint8Array(33).fill(1)])).toBeNull();
  });
});

test('subsets come in ascending order', () => {
  expect([...subsets([1, 2, 3, 4], 2)]).toEqual([[1, 2], [1, 3], [1, 4], [2, 3], [2, 4], [3, 4]]);
  expect([...subsets([1], 2)]).toEqual([]);
});

test('the tree is the recursive one of RFC 6962', () => {
  const recursive = (leaves: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> => {
    const [first] = leaves;
    if (first === undefined) return sha256(new Uint8Array());
    if (leaves.length === 1) return first;
    const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
    return sha256(Uint8Array.of(1), recursive(leaves.slice(0, split)), recursive(leaves.slice(split)));
  };
  for (let size = 0; size < 40; size += 1) {
    const leaves = Array.from({ length: size }, (_, index) => sha256(Uint8Array.of(index)));
    expect(toHex(treeRoot(leaves))).toBe(toHex(recursive(leaves)));
  }
});
