import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { ed25519 } from '@noble/curves/ed25519.js';
import { BOX_KEY_LENGTH, hasBoxKeyForm, isPrivateKey } from './box-key.ts';
import { fromBase64url } from './base64url.ts';
import { type Bytes, byte, concat, equalBytes } from './bytes.ts';
import { sha512 } from '@noble/hashes/sha2.js';
import type { BoxOpener, Platform, StampChecker } from './platform.ts';
import { checkPoints } from './points.ts';
import { SALT_LENGTH, isStampModulus, stampKeyInfo } from './rsa-key.ts';

/** A copy that owns its buffer, as WebCrypto wants it. */
function own(bytes: Uint8Array): Bytes {
  return new Uint8Array(bytes);
}

/** What the promise gives, or null where it fails: foreign bytes are no exception. */
async function orNull<T>(promise: Promise<T>): Promise<T | null> {
  try {
    return await promise;
  } catch {
    return null;
  }
}

/** Any valid key will do to ask a browser whether it knows Ed25519: the base point. */
const BASE_POINT = concat(byte(0x58), new Uint8Array(31).fill(0x66));

function importEd25519(publicKey: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', own(publicKey), { name: 'Ed25519' }, false, ['verify']);
}

/**
 * Ed25519 without the browser's help. The equation without cofactor, compared as bytes, as OpenSSL and BoringSSL
 * do: the library's own verify multiplies by the cofactor and would take signatures that they refuse.
 * Source: RFC 8032 section 5.1.7.
 */
export function verifyEd25519Here(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    const { Fn, BASE } = ed25519.Point;
    const key = ed25519.Point.fromBytes(own(publicKey), false);
    const s = littleEndian(signature.subarray(32));
    if (s >= Fn.ORDER) return false;
    const h = Fn.create(littleEndian(sha512(concat(signature.subarray(0, 32), publicKey, message))));
    const r = BASE.multiplyUnsafe(s).subtract(key.multiplyUnsafe(h));
    return equalBytes(r.toBytes(), signature.subarray(0, 32));
  } catch {
    return false;
  }
}

function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, next) => (value << 8n) | BigInt(next), 0n);
}

async function verifyEd25519(native: boolean, publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) {
  if (!checkPoints(publicKey, signature).ok) return false;
  if (!native) return verifyEd25519Here(publicKey, message, signature);
  const key = await orNull(importEd25519(publicKey));
  if (key === null) return false;
  return (await orNull(crypto.subtle.verify({ name: 'Ed25519' }, key, own(signature), own(message)))) ?? false;
}

async function stampChecker(modulus: Uint8Array): Promise<StampChecker | null> {
  if (!isStampModulus(modulus)) return null;
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  const key = await orNull(crypto.subtle.importKey('spki', stampKeyInfo(modulus), algorithm, false, ['verify']));
  if (key === null) return null;
  return async (message, stamp) => {
    const checked = crypto.subtle.verify({ name: 'RSA-PSS', saltLength: SALT_LENGTH }, key, own(stamp), own(message));
    return (await orNull(checked)) ?? false;
  };
}

function importAes(key: Uint8Array, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', own(key), 'AES-GCM', false, [use]);
}

function gcm(iv: Uint8Array, aad: Uint8Array): AesGcmParams {
  return { name: 'AES-GCM', iv: own(iv), additionalData: own(aad) };
}

async function sealAes(key: Uint8Array, iv: Uint8Array, aad: Uint8Array, data: Uint8Array): Promise<Bytes> {
  const imported = await importAes(key, 'encrypt');
  return new Uint8Array(await crypto.subtle.encrypt(gcm(iv, aad), imported, own(data)));
}

async function openAes(key: Uint8Array, iv: Uint8Array, aad: Uint8Array, sealed: Uint8Array): Promise<Bytes | null> {
  const imported = await importAes(key, 'decrypt');
  const opened = await orNull(crypto.subtle.decrypt(gcm(iv, aad), imported, own(sealed)));
  return opened === null ? null : new Uint8Array(opened);
}

const KEM = new DhkemP256HkdfSha256();
const SUITE = new CipherSuite({ kem: KEM, kdf: new HkdfSha256(), aead: new Aes256Gcm() });

async function importBoxKey(publicKey: Uint8Array): Promise<CryptoKey | null> {
  return hasBoxKeyForm(publicKey) ? orNull(KEM.deserializePublicKey(own(publicKey))) : null;
}

async function sealHpke(publicKey: Uint8Array, info: Uint8Array, aad: Uint8Array, data: Uint8Array) {
  const recipientPublicKey = await importBoxKey(publicKey);
  if (recipientPublicKey === null) return null;
  const { enc, ct } = await SUITE.seal({ recipientPublicKey, info: own(info) }, own(data), own(aad));
  return concat(new Uint8Array(enc), new Uint8Array(ct));
}

async function boxOpener(privateKey: Uint8Array): Promise<BoxOpener | null> {
  if (!isPrivateKey(privateKey)) return null;
  const key = await KEM.deserializePrivateKey(own(privateKey));
  const publicKey = await publicBoxKey(key, privateKey);
  const imported = await importBoxKey(publicKey);
  if (imported === null) return null;
  const recipientKey = { privateKey: key, publicKey: imported };
  return { publicKey, open: (info, aad, sealed) => openHpke(recipientKey, info, aad, sealed) };
}

/** The browser works the point out when it exports the key; one that does not (older Firefox) gets a library for it. */
async function publicBoxKey(key: CryptoKey, privateKey: Uint8Array): Promise<Bytes> {
  const exported = await orNull(crypto.subtle.exportKey('jwk', key));
  const x = fromBase64url(exported?.x ?? '', 32);
  const y = fromBase64url(exported?.y ?? '', 32);
  if (x !== null && y !== null) return concat(byte(4), x, y);
  const { p256 } = await import('@noble/curves/nist.js');
  return new Uint8Array(p256.getPublicKey(own(privateKey), false));
}

async function openHpke(recipientKey: CryptoKeyPair, info: Uint8Array, aad: Uint8Array, sealed: Uint8Array) {
  const enc = own(sealed.subarray(0, BOX_KEY_LENGTH));
  if (!hasBoxKeyForm(enc)) return null;
  const opened = SUITE.open({ recipientKey, enc, info: own(info) }, own(sealed.subarray(BOX_KEY_LENGTH)), own(aad));
  const data = await orNull(opened);
  return data === null ? null : new Uint8Array(data);
}

/**
 * WebCrypto, with HPKE and elliptic curves from libraries where a browser has none; needs a secure context (https).
 * `native: false` leaves the browser's own Ed25519 aside.
 */
export async function browserPlatform(choice: { readonly native?: boolean } = {}): Promise<Platform> {
  const native = choice.native ?? (await orNull(importEd25519(BASE_POINT))) !== null;
  return {
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    ed25519Public: async (seed) => Promise.resolve(own(ed25519.getPublicKey(own(seed)))),
    ed25519Sign: async (seed, message) => Promise.resolve(own(ed25519.sign(own(message), own(seed)))),
    ed25519Verify: (publicKey, message, signature) => verifyEd25519(native, publicKey, message, signature),
    stampChecker,
    sealAes,
    openAes,
    sealHpke,
    boxOpener,
    isBoxKey: async (publicKey) => (await importBoxKey(publicKey)) !== null,
  };
}
