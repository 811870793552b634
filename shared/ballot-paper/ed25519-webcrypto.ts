import { fromBase64url } from './base64url.ts';
import { type Bytes, concat, zeros } from './bytes.ts';
import { type Ed25519, SEED_PREFIX } from './ed25519.ts';

const ED25519 = { name: 'Ed25519' };

function importSeed(seed: Uint8Array, extractable: boolean): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', concat(SEED_PREFIX, seed), ED25519, extractable, ['sign']);
}

async function publicKey(seed: Uint8Array): Promise<Bytes> {
  const { x } = await crypto.subtle.exportKey('jwk', await importSeed(seed, true));
  const point = fromBase64url(x ?? '', 32);
  if (point === null) throw new Error('This browser does not tell a public key.');
  return point;
}

async function sign(seed: Uint8Array, message: Uint8Array): Promise<Bytes> {
  const signature = crypto.subtle.sign(ED25519, await importSeed(seed, false), new Uint8Array(message));
  return new Uint8Array(await signature);
}

async function verify(point: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', new Uint8Array(point), ED25519, false, ['verify']);
    return await crypto.subtle.verify(ED25519, key, new Uint8Array(signature), new Uint8Array(message));
  } catch {
    return false;
  }
}

/** The browser's own Ed25519, or null where it has none or only a part of it: one signature is made and checked. */
export async function webCryptoEd25519(): Promise<Ed25519 | null> {
  const [seed, message] = [zeros(32), zeros(1)];
  try {
    const works = await verify(await publicKey(seed), message, await sign(seed, message));
    return works ? { publicKey, sign, verify } : null;
  } catch {
    return null;
  }
}
