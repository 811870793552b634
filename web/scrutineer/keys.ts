import { fromBase64url, toBase64url } from '#shared/ballot-paper/base64url.ts';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import type { SignKey } from '#shared/ballot-paper/credential.ts';
import { loginMessage } from '#shared/ballot-paper/login.ts';
import type { Platform } from '#shared/ballot-paper/platform.ts';
import { type CodeKind, readCodeOf } from '#shared/ballot-paper/secret-code.ts';
import { boxKeyMessage, scrutineerBoxKey, scrutineerSignKey } from '#shared/ballot-paper/scrutineer.ts';
import { type SignedIn, challenge, type enrol, signInScrutineer } from '#shared/contract/account.ts';
import type { Call } from '#shared/contract/endpoint.ts';
import { type Refusal, refuse } from '#shared/error-code.ts';
import { type CallError, call } from '../api/client.ts';

/** A scrutineer's keys in one congress. The root never leaves this page; only what it derives is used outside. */
export type Keys = {
  readonly platform: Platform;
  /** T, 16 bytes: never sent. */
  readonly root: Bytes;
  readonly congressId: string;
  readonly electionId: Bytes;
  readonly sign: SignKey;
};

/** The 16 bytes of a congress or round id. An id of the contract always has them. */
export function idBytes(id: string): Bytes {
  const bytes = fromBase64url(id, 16);
  if (bytes === null) throw new Error('An id that is no id.');
  return bytes;
}

export async function keysOf(platform: Platform, congressId: string, root: Bytes): Promise<Keys> {
  const electionId = idBytes(congressId);
  return { platform, root, congressId, electionId, sign: await scrutineerSignKey(platform, root, electionId) };
}

/** Reads the code of a sheet for a congress. Refuses bad-code, code-of-rehearsal. */
export async function keysOfSheet(
  platform: Platform,
  congressId: string,
  kind: CodeKind,
  typed: string,
): Promise<{ readonly ok: true; readonly keys: Keys } | Refusal> {
  const code = readCodeOf(kind, typed);
  return code.ok ? { ok: true, keys: await keysOf(platform, congressId, code.secret) } : code;
}

/** The public half of a scrutineer's keys, as the server takes it: sign key and a signed box key for every reserved round. */
export async function publicKeys(keys: Keys, roundIds: readonly string[]): Promise<Pick<Call<typeof enrol>['body'], 'sign' | 'boxKeys'>> {
  const boxKeys = await Promise.all(
    roundIds.map(async (roundId) => {
      const { publicKey } = await scrutineerBoxKey(keys.platform, keys.root, keys.electionId, idBytes(roundId));
      const message = boxKeyMessage(keys.electionId, idBytes(roundId), publicKey);
      return { roundId, box: toBase64url(publicKey), sig: toBase64url(await keys.platform.ed25519Sign(keys.sign.seed, message)) };
    }),
  );
  return { sign: toBase64url(keys.sign.publicKey), boxKeys };
}

export type SignInResult =
  | { readonly ok: true; readonly session: SignedIn }
  | { readonly ok: false; readonly refusal: CallError | Refusal };

/** Proves possession of the sheet: a signature on the server's nonce, this congress and this page's origin. No password. */
export async function signIn(keys: Keys): Promise<SignInResult> {
  const pk = toBase64url(keys.sign.publicKey);
  const asked = await call(challenge, { body: { pk } });
  if (!asked.ok) return { ok: false, refusal: asked.error };
  const nonce = fromBase64url(asked.value.nonce, 32);
  if (nonce === null) return { ok: false, refusal: refuse('try-again') };
  const message = loginMessage(keys.electionId, window.location.origin, nonce);
  const sig = toBase64url(await keys.platform.ed25519Sign(keys.sign.seed, message));
  const answer = await call(signInScrutineer, { body: { congressId: keys.congressId, pk, nonce: asked.value.nonce, sig } });
  return answer.ok ? { ok: true, session: answer.value } : { ok: false, refusal: answer.error };
}
