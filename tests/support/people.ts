import { fromBase64url, toBase64url } from '#shared/ballot-paper/base64url.ts';
import { authKey } from '#shared/ballot-paper/credential.ts';
import type { SignKey } from '#shared/ballot-paper/credential.ts';
import { loginMessage } from '#shared/ballot-paper/login.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { scrutineerSignKey } from '#shared/ballot-paper/scrutineer.ts';
import { readCodeOf } from '#shared/ballot-paper/secret-code.ts';
import { challenge, signInAccount, signInDelegate, signInScrutineer } from '#shared/contract/account.ts';
import type { SignedIn } from '#shared/contract/account.ts';
import { readRehearsal } from '#shared/contract/rehearsal.ts';
import { api } from './api.ts';

/** Signs people of a rehearsal in over HTTP, with the codes of its letters and sheets. */

export async function clerkOf(url: string, congressId: string): Promise<SignedIn> {
  return accountOf(url, congressId, 'clerk');
}

export async function officeOf(url: string, congressId: string): Promise<SignedIn> {
  return accountOf(url, congressId, 'office');
}

async function accountOf(url: string, congressId: string, role: 'clerk' | 'office'): Promise<SignedIn> {
  const { accounts } = await api(url).must(readRehearsal, { params: { congressId } });
  const account = accounts.find((one) => one.role === role);
  if (account === undefined) throw new Error(`The rehearsal has no ${role}.`);
  return api(url).must(signInAccount, { body: { congressId, name: account.name, password: account.password } });
}

/** The delegate in this place of the roll, from 0. */
export async function delegateOf(url: string, congressId: string, index: number): Promise<SignedIn> {
  const { letters } = await api(url).must(readRehearsal, { params: { congressId } });
  const key = await authKey(NODE_PLATFORM, secretOf(letters[index]?.code), idBytes(congressId));
  return api(url).must(signInDelegate, { body: await proofOf(url, congressId, key) });
}

/** The scrutineer with this manifest number, from 1; the chief is 1. */
export async function scrutineerOf(url: string, congressId: string, position: number): Promise<SignedIn> {
  const { sheets } = await api(url).must(readRehearsal, { params: { congressId } });
  const key = await scrutineerSignKey(NODE_PLATFORM, secretOf(sheets[position - 1]?.code), idBytes(congressId));
  return api(url).must(signInScrutineer, { body: await proofOf(url, congressId, key) });
}

/** Takes a nonce and signs it, for the server's own origin unless another is given. */
export async function proofOf(url: string, congressId: string, key: SignKey, origin: string = new URL(url).origin) {
  const pk = toBase64url(key.publicKey);
  const { nonce } = await api(url).must(challenge, { body: { pk } });
  const message = loginMessage(idBytes(congressId), origin, fromBase64url(nonce, 32) ?? new Uint8Array());
  return { congressId, pk, nonce, sig: toBase64url(await NODE_PLATFORM.ed25519Sign(key.seed, message)) };
}

export function secretOf(code: string | undefined): Uint8Array {
  const read = readCodeOf('rehearsal', code ?? '');
  if (!read.ok) throw new Error('The rehearsal has no such letter or sheet.');
  return read.secret;
}

export function idBytes(id: string): Uint8Array {
  return Buffer.from(id, 'base64url');
}
