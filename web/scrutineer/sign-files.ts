import { toBase64url } from '#shared/ballot-paper/base64url.ts';
import { utf8 } from '#shared/ballot-paper/bytes.ts';
import { sha256 } from '#shared/ballot-paper/hash.ts';
import { toHex } from '#shared/ballot-paper/hex.ts';
import { countMessage, signedMessage } from '#shared/ballot-paper/signed-file.ts';
import { signFile, signRuling } from '#shared/contract/round.ts';
import { call } from '../api/client.ts';
import type { Desk } from './desk-context.ts';

type Signer = Pick<Desk, 'keys' | 'token'>;

/** A file to sign: its exact bytes, never a hash that somebody else computed. */
export type FileToSign =
  | { readonly file: 'manifest' | 'sth' | 'board' | 'outcome'; readonly bytes: Uint8Array }
  | { readonly file: 'count'; readonly bytes: Uint8Array; readonly mh: Uint8Array };

/** Signs one or two files in one act with the scrutineer's sign key. */
export async function signFiles({ keys, token }: Signer, roundId: string, files: readonly FileToSign[]) {
  const signatures = await Promise.all(files.map(async (one) => ({ file: one.file, ...(await signatureOn(keys, one)) })));
  return call(signFile, { params: { roundId }, body: { signatures } }, token);
}

/** Hash (hex) and signature (base64url) of one file. */
export async function signatureOn(keys: Desk['keys'], one: FileToSign): Promise<{ readonly hash: string; readonly sig: string }> {
  const hash = sha256(one.bytes);
  const message = one.file === 'count' ? countMessage(one.mh, hash) : signedMessage(one.file, hash);
  return { hash: toHex(hash), sig: toBase64url(await keys.platform.ed25519Sign(keys.sign.seed, message)) };
}

/** The chief's signature under the exact text of a ruling. */
export async function signRulingText({ keys, token }: Signer, roundId: string, ruling: { readonly id: string; readonly document: string }) {
  const message = signedMessage('ruling', sha256(utf8(ruling.document)));
  const sig = toBase64url(await keys.platform.ed25519Sign(keys.sign.seed, message));
  return call(signRuling, { params: { roundId, rulingId: ruling.id }, body: { sig } }, token);
}
