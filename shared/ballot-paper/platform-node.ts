import {
  type KeyObject, constants, createCipheriv, createDecipheriv, createECDH, createHmac, createPrivateKey,
  createPublicKey, privateDecrypt, randomBytes, sign, verify,
} from 'node:crypto';
import { type Refusal, refuse } from '../error-code.ts';
import { toBase64url } from './base64url.ts';
import { BOX_KEY_LENGTH, TAG_LENGTH, hasBoxKeyForm, isPrivateKey } from './box-key.ts';
import { type Bytes, byte, compareBytes, concat, equalBytes, zeros } from './bytes.ts';
import { SEED_PREFIX } from './ed25519.ts';
import { hpkeKeys } from './hpke.ts';
import type { BoxOpener, Platform, StampChecker } from './platform.ts';
import { checkPoints } from './points.ts';
import { MODULUS_LENGTH, SALT_LENGTH, isStampModulus, stampKeyInfo } from './rsa-key.ts';

const EMPTY = zeros(0);

/** node:crypto answers with Buffers that may share a pool; these own their buffer. */
function own(bytes: Uint8Array): Bytes {
  return new Uint8Array(bytes);
}

// ---- Ed25519

function seedKey(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.from(concat(SEED_PREFIX, seed)), format: 'der', type: 'pkcs8' });
}

/** The last 32 bytes of SubjectPublicKeyInfo are the point. */
function publicOf(key: KeyObject): Bytes {
  return own(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32));
}

/** Signature (64 bytes) by a key that the caller holds as an object, in the thread pool. */
export function signWith(key: KeyObject, message: Uint8Array): Promise<Bytes> {
  return new Promise((done, failed) => {
    sign(null, message, key, (error, signature) => (error === null ? done(own(signature)) : failed(error)));
  });
}

/** Import from JWK takes the raw point and is several times faster than DER; checking runs in the thread pool. */
function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  if (!checkPoints(publicKey, signature).ok) return Promise.resolve(false);
  return new Promise((done) => {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: toBase64url(publicKey) }, format: 'jwk' });
    verify(null, message, key, signature, (error, valid) => done(error === null && valid));
  });
}

// ---- the stamp

/** Prepared once for a round, so that a stamp costs one RSA check in the thread pool. */
function stampChecker(modulus: Uint8Array): Promise<StampChecker | null> {
  if (!isStampModulus(modulus)) return Promise.resolve(null);
  const key = createPublicKey({ key: Buffer.from(stampKeyInfo(modulus)), format: 'der', type: 'spki' });
  const options = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT_LENGTH };
  return Promise.resolve((message, stamp) => new Promise((done) => {
    verify('sha384', message, options, stamp, (error, valid) => done(error === null && valid));
  }));
}

/** The stamp key of a round; modulus n, 384 bytes. */
export type StampKey = { readonly privateKey: KeyObject; readonly modulus: Uint8Array };

/**
 * Stamps a blinded paper without reading it (raw RSA, 384 bytes in and out). Deterministic, so a repeated request
 * gets the same answer. Refuses bad-blinded-message for another length or a value not below n.
 * Source: RFC 9474 section 4.3, BlindSign.
 */
export function stamp(key: StampKey, blindedMessage: Uint8Array): { readonly ok: true; readonly blindSignature: Bytes } | Refusal {
  const fits = blindedMessage.length === MODULUS_LENGTH && compareBytes(blindedMessage, key.modulus) < 0;
  if (!fits) return refuse('bad-blinded-message');
  const options = { key: key.privateKey, padding: constants.RSA_NO_PADDING };
  return { ok: true, blindSignature: own(privateDecrypt(options, blindedMessage)) };
}

// ---- AES-256-GCM

function sealAesNow(key: Uint8Array, iv: Uint8Array, aad: Uint8Array, data: Uint8Array): Bytes {
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(aad);
  return concat(cipher.update(data), cipher.final(), cipher.getAuthTag());
}

function openAesNow(key: Uint8Array, iv: Uint8Array, aad: Uint8Array, sealed: Uint8Array): Bytes | null {
  if (sealed.length < TAG_LENGTH) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_LENGTH });
  decipher.setAAD(aad).setAuthTag(sealed.subarray(-TAG_LENGTH));
  try {
    return concat(decipher.update(sealed.subarray(0, -TAG_LENGTH)), decipher.final());
  } catch {
    return null;
  }
}

// ---- HPKE

const HPKE = hpkeKeys((key, data) => createHmac('sha256', key).update(data).digest());

function sealHpke(publicKey: Uint8Array, info: Uint8Array, aad: Uint8Array, data: Uint8Array): Bytes | null {
  const own65 = createECDH('prime256v1');
  const enc = own65.generateKeys();
  const dh = hasBoxKeyForm(publicKey) ? sharedPoint(own65, publicKey) : null;
  if (dh === null) return null;
  const { key, nonce } = HPKE.messageKey(dh, enc, publicKey, HPKE.contextOf(info));
  return concat(enc, sealAesNow(key, nonce, aad, data));
}

function sharedPoint(ecdh: ReturnType<typeof createECDH>, publicKey: Uint8Array): Uint8Array | null {
  try {
    return ecdh.computeSecret(publicKey);
  } catch {
    return null;
  }
}

function boxOpener(privateKey: Uint8Array): BoxOpener | null {
  if (!isPrivateKey(privateKey)) return null;
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(privateKey);
  const publicKey = own(ecdh.getPublicKey());
  // All entries of a box share their info, so its hash is made once.
  let known = { info: EMPTY, context: HPKE.contextOf(EMPTY) };
  const open = (info: Uint8Array, aad: Uint8Array, sealed: Uint8Array): Bytes | null => {
    const enc = sealed.subarray(0, BOX_KEY_LENGTH);
    const dh = hasBoxKeyForm(enc) ? sharedPoint(ecdh, enc) : null;
    if (dh === null) return null;
    if (!equalBytes(info, known.info)) known = { info: own(info), context: HPKE.contextOf(info) };
    const { key, nonce } = HPKE.messageKey(dh, enc, publicKey, known.context);
    return openAesNow(key, nonce, aad, sealed.subarray(BOX_KEY_LENGTH));
  };
  return { publicKey, open: (info, aad, sealed) => Promise.resolve(open(info, aad, sealed)) };
}

function isBoxKey(publicKey: Uint8Array): boolean {
  return hasBoxKeyForm(publicKey) && sharedPoint(fixedKey(), publicKey) !== null;
}

function fixedKey(): ReturnType<typeof createECDH> {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(concat(zeros(31), byte(1)));
  return ecdh;
}

/** node:crypto. Signature checks run in the thread pool; HPKE and AES at once, since they take microseconds. */
export const NODE_PLATFORM: Platform = {
  randomBytes: (length) => own(randomBytes(length)),
  ed25519Public: (seed) => Promise.resolve(publicOf(seedKey(seed))),
  ed25519Sign: (seed, message) => signWith(seedKey(seed), message),
  ed25519Verify: verifyEd25519,
  stampChecker,
  sealAes: (key, iv, aad, data) => Promise.resolve(sealAesNow(key, iv, aad, data)),
  openAes: (key, iv, aad, sealed) => Promise.resolve(openAesNow(key, iv, aad, sealed)),
  sealHpke: (publicKey, info, aad, data) => Promise.resolve(sealHpke(publicKey, info, aad, data)),
  boxOpener: (privateKey) => Promise.resolve(boxOpener(privateKey)),
  isBoxKey: (publicKey) => Promise.resolve(isBoxKey(publicKey)),
};
