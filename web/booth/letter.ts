import { fromBase64url, toBase64url } from '#shared/ballot-paper/base64url.ts';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import { authKey, type SignKey } from '#shared/ballot-paper/credential.ts';
import { loginMessage } from '#shared/ballot-paper/login.ts';
import type { Platform } from '#shared/ballot-paper/platform.ts';
import { type CodeKind, readCode } from '#shared/ballot-paper/secret-code.ts';
import { challenge, signInDelegate, type SignedIn } from '#shared/contract/account.ts';
import { listCongresses, readCongress, type CongressSummary } from '#shared/contract/congress.ts';
import { type Refusal, refuse } from '#shared/error-code.ts';
import { call, type CallError, type CallResult } from '../api/client.ts';
import { isPassing } from './until-answered.ts';

/** A credential letter in one congress. The secret stays in this page's memory; only what it derives is used outside. */
export type Letter = {
  readonly kind: CodeKind;
  /** S, 16 bytes: never sent. */
  readonly secret: Bytes;
  readonly congress: { readonly id: string; readonly title: string };
  readonly electionId: Bytes;
  readonly auth: SignKey;
};

export type LetterRefusal = CallError | Refusal;
export type LetterResult =
  | { readonly ok: true; readonly platform: Platform; readonly letter: Letter; readonly session: SignedIn }
  | { readonly ok: false; readonly error: LetterRefusal };

/**
 * Finds the congress that a letter belongs to, the one of the address first, and signs in to it.
 * Refuses bad-code, code-of-rehearsal, unknown-key, credential-revoked, and whatever the server refuses.
 */
export async function signInWithLetter(platform: Platform, typed: string, congressInUrl: string | null): Promise<LetterResult> {
  const code = readCode(typed);
  if (!code.ok) return { ok: false, error: code };
  const open = await congressesToTry(congressInUrl);
  if (!open.ok) return open;
  const ofKind = open.value.filter((one) => one.rehearsal === (code.kind === 'rehearsal'));
  if (ofKind.length === 0) return { ok: false, error: refuse('code-of-rehearsal') };
  for (const congress of ofKind) {
    const letter = await letterFor(platform, code, congress);
    const signedIn = await signIn(platform, letter);
    if (signedIn.ok) return { ok: true, platform, letter, session: signedIn.value };
    if (signedIn.error.code !== 'unknown-key') return signedIn;
  }
  const first = open.value[0];
  const otherKind = congressInUrl !== null && first?.id === congressInUrl && first.rehearsal !== (code.kind === 'rehearsal');
  return { ok: false, error: refuse(otherKind ? 'code-of-rehearsal' : 'unknown-key') };
}

/** Proves possession of the letter: a signature by skA on the server's nonce, this congress and this page's origin. */
export async function signIn(platform: Platform, letter: Letter): Promise<CallResult<SignedIn>> {
  const pk = toBase64url(letter.auth.publicKey);
  const asked = await call(challenge, { body: { pk } });
  if (!asked.ok) return asked;
  const { nonce } = asked.value;
  const message = loginMessage(letter.electionId, window.location.origin, fromBase64url(nonce, 32) ?? new Uint8Array());
  const sig = toBase64url(await platform.ed25519Sign(letter.auth.seed, message));
  return call(signInDelegate, { body: { congressId: letter.congress.id, pk, nonce, sig } });
}

async function letterFor(platform: Platform, code: { kind: CodeKind; secret: Bytes }, { id, title }: CongressSummary): Promise<Letter> {
  const electionId = fromBase64url(id, 16);
  if (electionId === null) throw new Error('A congress id that is no id.');
  return { ...code, congress: { id, title }, electionId, auth: await authKey(platform, code.secret, electionId) };
}

async function congressesToTry(congressInUrl: string | null): Promise<CallResult<readonly CongressSummary[]>> {
  const [named, all] = await Promise.all([
    congressInUrl === null ? null : call(readCongress, { params: { congressId: congressInUrl } }),
    call(listCongresses, {}),
  ]);
  if (!all.ok) return all;
  // Without the congress of the address a good letter would be called unknown.
  if (named?.ok === false && isPassing(named.error.code)) return named;
  const others = all.value.filter(({ id }) => id !== congressInUrl);
  return { ok: true, value: named?.ok === true ? [named.value, ...others] : others };
}
