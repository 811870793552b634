import { createPrivateKey, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { describe, expect, test } from 'vitest';
import { blind, encodePss, finalize } from '#shared/ballot-paper/blind-rsa.ts';
import { utf8, zeros } from '#shared/ballot-paper/bytes.ts';
import { toHex } from '#shared/ballot-paper/hex.ts';
import { bitLength, fromInteger, inverseOf, powerOf, toInteger } from '#shared/ballot-paper/integer.ts';
import { NODE_PLATFORM, stamp } from '#shared/ballot-paper/platform-node.ts';
import { isStampModulus, stampKeyInfo } from '#shared/ballot-paper/rsa-key.ts';
import { RFC9474, VECTORS, bytesOf } from './golden.ts';

const integer = (hex: string) => BigInt(`0x${hex}`);
/** The vectors with a salt of 48 bytes; for the randomized one the caller prepares the message. */
const PSS = RFC9474.filter((vector) => vector('salt').length === 96);

describe.each(PSS.map((vector) => [vector('name'), vector] as const))('%s', (_, vector) => {
  const [n, e] = [integer(vector('n')), integer(vector('e'))];
  const r = inverseOf(integer(vector('inv')), n) ?? 0n;
  const blinded = blind({ n, e }, bytesOf(vector('input_msg')), bytesOf(vector('salt')), r);

  test('blinds to the vector', () => {
    expect(toHex(blinded?.blindedMessage ?? zeros(0))).toBe(vector('blinded_msg'));
  });

  test('finalizes to the vector', () => {
    const signature = blinded === null ? null : finalize({ n, e }, blinded, bytesOf(vector('blind_sig')));
    expect(toHex(signature ?? zeros(0))).toBe(vector('sig'));
  });

  test('refuses another answer', () => {
    const answer = bytesOf(vector('blind_sig'));
    answer[511] = (answer[511] ?? 0) ^ 1;
    expect(blinded === null ? 'none' : finalize({ n, e }, blinded, answer)).toBeNull();
    expect(blinded === null ? 'none' : finalize({ n, e }, blinded, fromInteger(n, 512))).toBeNull();
    expect(blinded === null ? 'none' : finalize({ n, e }, blinded, zeros(384))).toBeNull();
  });
});

test('both PSS vectors of the RFC were tried', () => {
  expect(PSS.map((vector) => vector('name'))).toEqual(['RSABSSA-SHA384-PSS-Randomized', 'RSABSSA-SHA384-PSS-Deterministic']);
});

test('the encoded message of the deterministic vector', () => {
  const vector = PSS[1];
  if (vector === undefined) throw new Error('Missing vector.');
  const bits = bitLength(integer(vector('n'))) - 1;
  expect(toHex(encodePss(bytesOf(vector('input_msg')), bytesOf(vector('salt')), bits))).toBe(vector('encoded_msg'));
});

test('an independent library takes our stamp, and its stamp passes our check', async () => {
  const key = createPrivateKey({ key: Buffer.from(VECTORS.roundRsaPkcs8, 'hex'), format: 'der', type: 'pkcs8' });
  const n = Buffer.from(key.export({ format: 'jwk' }).n ?? '', 'base64url');
  const publicKey = await crypto.subtle.importKey('spki', stampKeyInfo(n), { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);
  const oracle = RSABSSA.SHA384.PSS.Deterministic();
  const message = utf8('a paper');
  const asked = await oracle.blind(publicKey, oracle.prepare(message));
  const answered = stamp({ privateKey: key, modulus: n }, asked.blindedMsg);
  if (!answered.ok) throw new Error('The oracle blinds to a value below n.');
  const theirs = await oracle.finalize(publicKey, message, answered.blindSignature, asked.inv);
  const isStamp = await NODE_PLATFORM.stampChecker(n);
  expect(await isStamp?.(message, theirs)).toBe(true);
  const modulus = toInteger(n);
  const ours = blind({ n: modulus, e: 65537n }, message, zeros(48), 12345n);
  const signed = ours === null ? null : stamp({ privateKey: key, modulus: n }, ours.blindedMessage);
  const final = ours !== null && signed?.ok === true ? finalize({ n: modulus, e: 65537n }, ours, signed.blindSignature) : null;
  expect(await oracle.verify(publicKey, final ?? zeros(384), message)).toBe(true);
});

test('the server stamps neither another length nor a value of n or more', () => {
  const privateKey = createPrivateKey({ key: Buffer.from(VECTORS.roundRsaPkcs8, 'hex'), format: 'der', type: 'pkcs8' });
  const modulus = Buffer.from(privateKey.export({ format: 'jwk' }).n ?? '', 'base64url');
  for (const bad of [zeros(383), zeros(385), zeros(0), modulus, new Uint8Array(384).fill(255)]) {
    expect(stamp({ privateKey, modulus }, bad)).toMatchObject({ ok: false, reason: 'bad-blinded-message' });
  }
  expect(stamp({ privateKey, modulus }, fromInteger(toInteger(modulus) - 1n, 384)).ok).toBe(true);
});

test('only 3072 bits are a stamp key', async () => {
  const make = promisify(generateKeyPair);
  const { publicKey } = await make('rsa', { modulusLength: 2048 });
  const short = Buffer.from(publicKey.export({ format: 'jwk' }).n ?? '', 'base64url');
  expect(isStampModulus(short)).toBe(false);
  expect(await NODE_PLATFORM.stampChecker(short)).toBeNull();
  expect(isStampModulus(new Uint8Array(384).fill(0x7f))).toBe(false);
  expect(isStampModulus(new Uint8Array(384).fill(0xfe))).toBe(false);
});

test('integers', () => {
  expect(powerOf(3n, 5n, 7n)).toBe(5n);
  expect(inverseOf(3n, 7n)).toBe(5n);
  expect(inverseOf(6n, 9n)).toBeNull();
  expect(() => fromInteger(256n, 1)).toThrow(RangeError);
});
