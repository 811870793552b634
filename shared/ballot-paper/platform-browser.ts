import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { fromBase64url } from './base64url.ts';
import { BOX_KEY_LENGTH, hasBoxKeyForm, isPrivateKey } from './box-key.ts';
import { type Bytes, byte, concat } from './bytes.ts';
import type { Ed25519 } from './ed25519.ts';
import { webCryptoEd25519 } from './ed25519-webcrypto.ts';
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
  const publicKey = (await exportedPoint(key)) ?? (await import('./box-public-key.ts')).publicBoxKey(privateKey);
  const imported = await importBoxKey(publicKey);
  if (imported === null) return null;
  const recipientKey = { privateKey: key, publicKey: imported };
  return { publicKey, open: (info, aad, sealed) => openHpke(recipientKey, info, aad, sealed) };
}

/** The browser works the point out when it exports the key; null from one that does not (older Firefox). */
async function exportedPoint(key: CryptoKey): Promise<Bytes | null> {
  const exported = await orNull(crypto.subtle.exportKey('jwk', key));
  const x = fromBase64url(exported?.x ?? '', 32);
  const y = fromBase64url(exported?.y ?? '', 32);
  return x === null || y === null ? null : concat(byte(4), x, y);
}

async function openHpke(recipientKey: CryptoKeyPair, info: Uint8Array, aad: Uint8Array, sealed: Uint8Array) {
  const enc = own(sealed.subarray(0, BOX_KEY_LENGTH));
  if (!hasBoxKeyForm(enc)) return null;
  const opened = SUITE.open({ recipientKey, enc, info: own(info) }, own(sealed.subarray(BOX_KEY_LENGTH)), own(aad));
  const data = await orNull(opened);
  return data === null ? null : new Uint8Array(data);
}

async function libraryEd25519(): Promise<Ed25519> {
  return (await import('./ed25519-noble.ts')).NOBLE_ED25519;
}

/**
 * WebCrypto, with HPKE from a library, and Ed25519 from one where a browser has none; needs a secure context (https).
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
