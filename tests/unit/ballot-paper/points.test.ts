import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { describe, expect, test } from 'vitest';
import { concat, utf8, zeros } from '#shared/ballot-paper/bytes.ts';
import { toHex } from '#shared/ballot-paper/hex.ts';
import { browserPlatform } from '#shared/ballot-paper/platform-browser.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { checkPoints, isUsablePoint } from '#shared/ballot-paper/points.ts';
import { bytesOf } from './golden.ts';

const { Point } = ed25519;
const PRIME = 2n ** 255n - 19n;
const MESSAGE = utf8('a ballot');
const SEED = new Uint8Array(32).fill(7);

function encode(y: bigint, sign: 0 | 1): Uint8Array {
  const hex = (y | (BigInt(sign) << 255n)).toString(16).padStart(64, '0');
  return bytesOf(hex).toReversed();
}

function littleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x${toHex(bytes.toReversed())}`);
}

/** A point of order 8, as a library that knows the whole group finds it: L times a point outside the subgroup. */
function pointOfOrderEight() {
  for (let y = 2n; ; y += 1n) {
    try {
      const torsion = Point.fromBytes(encode(y, 0), true).multiplyUnsafe(Point.Fn.ORDER - 1n).add(Point.fromBytes(encode(y, 0), true));
      if (!torsion.double().double().is0()) return torsion;
    } catch {
      // no point has this y
    }
  }
}

const TORSION = pointOfOrderEight();
const SMALL = Array.from({ length: 8 }, (_, index) => {
  let sum = Point.ZERO;
  for (let times = 0; times < index; times += 1) sum = sum.add(TORSION);
  return sum;
});

/** Every byte string that a lax library would take for a point of small order, or for a point under a second name. */
const UNUSABLE: readonly (readonly [string, Uint8Array])[] = [
  ...SMALL.map((point, index) => [`small order, ${index} times the torsion point`, point.toBytes()] as const),
  ...[0n, 1n, PRIME - 1n].flatMap((y) => ([0, 1] as const).map((sign) => [`y = ${y}, sign ${sign}`, encode(y, sign)] as const)),
  ...Array.from({ length: 19 }, (_, excess) =>
    ([0, 1] as const).map((sign) => [`y = p + ${excess}, sign ${sign}`, encode(PRIME + BigInt(excess), sign)] as const),
  ).flat(),
];

test('the torsion point has order 8, so the list is whole', () => {
  expect(new Set(SMALL.map((point) => toHex(point.toBytes()))).size).toBe(8);
  expect(SMALL.every((point) => point.isSmallOrder())).toBe(true);
});

describe.each([
  ['node', NODE_PLATFORM],
  ['browser', await browserPlatform()],
  ['browser without Ed25519', await browserPlatform({ native: false })],
] as const)('%s', (_, platform) => {
  test.each(UNUSABLE)('refuses %s as a key and as R', async (_name, point) => {
    expect(isUsablePoint(point)).toBe(false);
    const good = await platform.ed25519Sign(SEED, MESSAGE);
    const publicKey = await platform.ed25519Public(SEED);
    expect(checkPoints(point, good)).toMatchObject({ reason: 'bad-format', field: 'pk' });
    expect(checkPoints(publicKey, concat(point, good.subarray(32)))).toMatchObject({ reason: 'bad-format', field: 'sig' });
    expect(await platform.ed25519Verify(point, MESSAGE, concat(point, zeros(32)))).toBe(false);
    expect(await platform.ed25519Verify(publicKey, MESSAGE, concat(point, good.subarray(32)))).toBe(false);
  });

  test('takes its own signature, and not on another message', async () => {
    const publicKey = await platform.ed25519Public(SEED);
    const signature = await platform.ed25519Sign(SEED, MESSAGE);
    expect(checkPoints(publicKey, signature)).toEqual({ ok: true });
    expect(await platform.ed25519Verify(publicKey, MESSAGE, signature)).toBe(true);
    expect(await platform.ed25519Verify(publicKey, utf8('another'), signature)).toBe(false);
  });

  test('refuses S above the order of the group', async () => {
    const publicKey = await platform.ed25519Public(SEED);
    const signature = await platform.ed25519Sign(SEED, MESSAGE);
    const s = littleEndian(signature.subarray(32)) + Point.Fn.ORDER;
    expect(await platform.ed25519Verify(publicKey, MESSAGE, concat(signature.subarray(0, 32), encode(s, 0)))).toBe(false);
  });

  test('refuses R with a torsion part, which only an equation with cofactor would take', async () => {
    const { scalar, pointBytes } = ed25519.utils.getExtendedPublicKey(SEED);
    const r = 12345n;
    const commitment = Point.BASE.multiply(r).add(TORSION).toBytes();
    const h = Point.Fn.create(littleEndian(sha512(concat(commitment, pointBytes, MESSAGE))));
    const signature = concat(commitment, encode(Point.Fn.create(r + h * scalar), 0));
    expect(ed25519.verify(signature, MESSAGE, pointBytes)).toBe(true);
    expect(await platform.ed25519Verify(pointBytes, MESSAGE, signature)).toBe(false);
  });

  test('answers false to a key that is on no curve, and to other lengths', async () => {
    const signature = await platform.ed25519Sign(SEED, MESSAGE);
    for (const key of [encode(2n, 0), zeros(31), zeros(33), zeros(0)]) {
      expect(await platform.ed25519Verify(key, MESSAGE, signature)).toBe(false);
    }
    expect(await platform.ed25519Verify(await platform.ed25519Public(SEED), MESSAGE, signature.subarray(1))).toBe(false);
  });

  test('knows a box key from other bytes', async () => {
    const opener = await platform.boxOpener(new Uint8Array(32).fill(9));
    const key = opener?.publicKey ?? zeros(65);
    expect(await platform.isBoxKey(key)).toBe(true);
    const offCurve = key.with(64, (key[64] ?? 0) ^ 1);
    const hybrid = key.with(0, 6 + ((key[64] ?? 0) & 1));
    for (const bad of [offCurve, hybrid, zeros(65), key.subarray(0, 64), zeros(0)]) {
      expect(await platform.isBoxKey(bad)).toBe(false);
      expect(await platform.sealHpke(bad, zeros(1), zeros(1), zeros(1))).toBeNull();
    }
    expect(await platform.boxOpener(zeros(32))).toBeNull();
    expect(await platform.boxOpener(new Uint8Array(32).fill(255))).toBeNull();
  });
});

test('what one platform seals the other opens', async () => {
  const browser = await browserPlatform();
  const privateKey = new Uint8Array(32).fill(9);
  const [info, aad, data] = [utf8('info'), utf8('aad'), utf8('a share')];
  for (const [sealer, opener] of [[browser, NODE_PLATFORM], [NODE_PLATFORM, browser]] as const) {
    const key = await opener.boxOpener(privateKey);
    const sealed = await sealer.sealHpke(key?.publicKey ?? zeros(65), info, aad, data);
    expect(await key?.open(info, aad, sealed ?? zeros(0))).toEqual(data);
    expect(await key?.open(aad, aad, sealed ?? zeros(0))).toBeNull();
    expect(await key?.open(info, aad, zeros(20))).toBeNull();
    const aes = await sealer.sealAes(zeros(32), zeros(12), aad, data);
    expect(await opener.openAes(zeros(32), zeros(12), aad, aes)).toEqual(data);
    expect(await opener.openAes(zeros(32), zeros(12), info, aes)).toBeNull();
    expect(await opener.openAes(zeros(32), zeros(12), aad, zeros(3))).toBeNull();
  }
});
