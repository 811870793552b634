import { createPrivateKey, createPublicKey, generateKeyPair, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { KeyFolder } from './key-folder.ts';

/**
 * The keys that the server holds outside the database: its own sign key, and for each round the stamp
 * key and the capsule key, which end when the box is frozen.
 */
const SERVER = 'server';
/** Name of a round's stamp key among the keys. */
export const stampName = (roundId: string) => `stamp-${roundId}`;
const capsuleName = (roundId: string) => `capsule-${roundId}`;

/** RSA-3072, as rv1 asks: 384 bytes of modulus. */
const MODULUS_BITS = 3072;
const MODULUS_BYTES = MODULUS_BITS / 8;

export type ServerKey = {
  readonly privateKey: KeyObject;
  /** Ed25519, 32 bytes; `serverKey` of every manifest. */
  readonly publicKey: Buffer;
};

/** The server key lasts as long as the installation; round keys go with their files. */
const parsed = new WeakMap<KeyFolder, ServerKey>();

/** The installation's Ed25519 key, which signs receipts and tree heads; made when first asked for. */
export async function serverKey(keys: KeyFolder): Promise<ServerKey> {
  const known = parsed.get(keys);
  if (known !== undefined) return known;
  const privateKey = createPrivateKey({ key: await keptOrMade(keys, SERVER, generateEd25519), format: 'der', type: 'pkcs8' });
  const key = { privateKey, publicKey: publicPoint(createPublicKey(privateKey)) };
  parsed.set(keys, key);
  return key;
}

/** Where two ask first at the same time, the key that the folder kept counts for both. */
async function keptOrMade(keys: KeyFolder, name: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const kept = await keys.read(name);
  if (kept !== null) return kept;
  const made = await make();
  if (await keys.write(name, made)) return made;
  const other = await keys.read(name);
  if (other === null) throw new Error(`The key ${name} cannot be read.`);
  return other;
}

function publicPoint(key: KeyObject): Buffer {
  // SubjectPublicKeyInfo of Ed25519: 12 bytes that never change, then the point.
  return key.export({ format: 'der', type: 'spki' }).subarray(-32);
}

export type StampKey = {
  readonly privateKey: KeyObject;
  /** RSA modulus n, 384 bytes; `paperKey` of the manifest. */
  readonly modulus: Buffer;
};

/**
 * The stamp key and the capsule key of a round that gets its manifest; those that are there stay.
 * Returns the modulus, 384 bytes.
 */
export async function makeRoundKeys(keys: KeyFolder, roundId: string): Promise<Buffer> {
  await keptOrMade(keys, capsuleName(roundId), () => Promise.resolve(randomBytes(32)));
  return parseStampKey(await keptOrMade(keys, stampName(roundId), generateStampKey)).modulus;
}

/** Reading an RSA key takes a millisecond, as long as a stamp: while papers are drawn it is kept read for moments. */
const KEPT_READ_MS = 5_000;
const stampKeys = new Map<string, { readonly der: Buffer; readonly key: StampKey }>();

/** The stamp key, or null where it was never made or is destroyed. */
export async function stampKey(keys: KeyFolder, roundId: string): Promise<StampKey | null> {
  const der = await keys.read(stampName(roundId));
  if (der === null) return null;
  const known = stampKeys.get(roundId);
  if (known?.der.equals(der) === true) return known.key;
  const key = parseStampKey(der);
  stampKeys.set(roundId, { der, key });
  setTimeout(() => stampKeys.delete(roundId), KEPT_READ_MS).unref();
  return key;
}

function parseStampKey(der: Buffer): StampKey {
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs1' });
  return { privateKey, modulus: modulusOf(privateKey) };
}

/** 32 bytes that encrypt the capsules of a round once more, or null where they are gone. */
export async function capsuleKey(keys: KeyFolder, roundId: string): Promise<Buffer | null> {
  return keys.read(capsuleName(roundId));
}

/** At the close: nothing in the database opens a capsule any more. */
export async function destroyCapsuleKey(keys: KeyFolder, roundId: string): Promise<void> {
  await keys.destroy(capsuleName(roundId));
}

/** When the box is frozen, the round is void, or its manifest is discarded: no further paper can be stamped. */
export async function destroyRoundKeys(keys: KeyFolder, roundId: string): Promise<void> {
  stampKeys.delete(roundId);
  await keys.destroy(capsuleName(roundId));
  await keys.destroy(stampName(roundId));
}

function modulusOf(privateKey: KeyObject): Buffer {
  const { n } = createPublicKey(privateKey).export({ format: 'jwk' });
  const modulus = Buffer.from(n ?? '', 'base64url');
  if (modulus.length !== MODULUS_BYTES) throw new Error('A stamp key is not RSA-3072.');
  return modulus;
}

/** Straight to DER: exporting a freshly generated key object can hang Node 20 for ever. */
function generateEd25519(): Promise<Buffer> {
  return new Promise((done, failed) => {
    generateKeyPair(
      'ed25519',
      { publicKeyEncoding: { format: 'der', type: 'spki' }, privateKeyEncoding: { format: 'der', type: 'pkcs8' } },
      (error, _publicKey, privateKey) => (error === null ? done(privateKey) : failed(error)),
    );
  });
}

/** An RSA-3072 private key, PKCS #1 DER. Takes most of a second of one core. */
export function generateStampKey(): Promise<Buffer> {
  return new Promise((done, failed) => {
    generateKeyPair(
      'rsa',
      {
        modulusLength: MODULUS_BITS,
        publicExponent: 65_537,
        publicKeyEncoding: { format: 'der', type: 'pkcs1' },
        privateKeyEncoding: { format: 'der', type: 'pkcs1' },
      },
      (error, _publicKey, privateKey) => (error === null ? done(privateKey) : failed(error)),
    );
  });
}
