import { hmac } from '@noble/hashes/hmac.js';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { fromBase64url } from './base64url.ts';
import { BOX_KEY_LENGTH, hasBoxKeyForm, isPrivateKey } from './box-key.ts';
import { type Bytes, byte, concat, equalBytes, zeros } from './bytes.ts';
import type { Ed25519 } from './ed25519.ts';
import { webCryptoEd25519 } from './ed25519-webcrypto.ts';
import { hpkeKeys } from './hpke.ts';
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

const HPKE = hpkeKeys((key, data) => hmac(nobleSha256, key, data));
const P256 = { name: 'ECDH', namedCurve: 'P-256' };
/** PKCS #8 of a P-256 private key without its point: these 35 bytes, then the key. Source: RFC 5915 section 3, RFC 5958. */
const P256_PREFIX = Uint8Array.from([
  0x30, 0x41, 0x02, 0x01, 0x00, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce,
  0x3d, 0x03, 0x01, 0x07, 0x04, 0x27, 0x30, 0x25, 0x02, 0x01, 0x01, 0x04, 0x20,
]);

async function importBoxKey(publicKey: Uint8Array): Promise<CryptoKey | null> {
  return hasBoxKeyForm(publicKey) ? orNull(crypto.subtle.importKey('raw', own(publicKey), P256, false, [])) : null;
}

/** x of the point that both keys share, 32 bytes. */
async function sharedPoint(privateKey: CryptoKey, other: CryptoKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, privateKey, 256));
}

async function sealHpke(publicKey: Uint8Array, info: Uint8Array, aad: Uint8Array, data: Uint8Array): Promise<Bytes | null> {
  const recipient = await importBoxKey(publicKey);
  if (recipient === null) return null;
  const once = await crypto.subtle.generateKey(P256, false, ['deriveBits']);
  const enc = new Uint8Array(await crypto.subtle.exportKey('raw', once.publicKey));
  const { key, nonce } = HPKE.messageKey(await sharedPoint(once.privateKey, recipient), enc, publicKey, HPKE.contextOf(info));
  return concat(enc, await sealAes(key, nonce, aad, data));
}

async function boxOpener(privateKey: Uint8Array): Promise<BoxOpener | null> {
  if (!isPrivateKey(privateKey)) return null;
  const key = await crypto.subtle.importKey('pkcs8', concat(P256_PREFIX, privateKey), P256, true, ['deriveBits']);
  const publicKey = (await exportedPoint(key)) ?? (await import('./box-public-key.ts')).publicBoxKey(privateKey);
  // All entries of a box share their info, so its hash is made once.
  let known = { info: zeros(0), context: HPKE.contextOf(zeros(0)) };
  const open = async (info: Uint8Array, aad: Uint8Array, sealed: Uint8Array): Promise<Bytes | null> => {
    const enc = sealed.subarray(0, BOX_KEY_LENGTH);
    const sender = await importBoxKey(enc);
    if (sender === null) return null;
    if (!equalBytes(info, known.info)) known = { info: own(info), context: HPKE.contextOf(info) };
    const { context } = known;
    const { key: aesKey, nonce } = HPKE.messageKey(await sharedPoint(key, sender), enc, publicKey, context);
    return openAes(aesKey, nonce, aad, sealed.subarray(BOX_KEY_LENGTH));
  };
  return { publicKey, open };
}

/** The browser works the point out when it exports the key; null from one that does not (older Firefox). */
async function exportedPoint(key: CryptoKey): Promise<Bytes | null> {
  const exported = await orNull(crypto.subtle.exportKey('jwk', key));
  const x = fromBase64url(exported?.x ?? '', 32);
  const y = fromBase64url(exported?.y ?? '', 32);
  return x === null || y === null ? null : concat(byte(4), x, y);
}

async function libraryEd25519(): Promise<Ed25519> {
  return (await import('./ed25519-noble.ts')).NOBLE_ED25519;
}

/**
 * WebCrypto, with Ed25519 from a library where a browser has none; needs a secure context (https).
 * `native: false` leaves the browser's own Ed25519 aside.
 */
export async function browserPlatform(choice: { readonly native?: boolean } = {}): Promise<Platform> {
  const native = choice.native === false ? null : await webCryptoEd25519();
  const ed25519 = native ?? (await libraryEd25519());
  return {
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    ed25519Public: (seed) => ed25519.publicKey(seed),
    ed25519Sign: (seed, message) => ed25519.sign(seed, message),
    ed25519Verify: async (publicKey, message, signature) =>
      checkPoints(publicKey, signature).ok && (await ed25519.verify(publicKey, message, signature)),
    stampChecker,
    sealAes,
    openAes,
    sealHpke,
    boxOpener,
    isBoxKey: async (publicKey) => (await importBoxKey(publicKey)) !== null,
  };
}
