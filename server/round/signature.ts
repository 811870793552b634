import { fromBase64url } from '#shared/ballot-paper/base64url.ts';
import { utf8 } from '#shared/ballot-paper/bytes.ts';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import { sha256 } from '#shared/ballot-paper/hash.ts';
import { fromHex } from '#shared/ballot-paper/hex.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { countMessage, signedMessage } from '#shared/ballot-paper/signed-file.ts';
import type { RoundRecord, ScrutineerRecord, SignedFile } from '../db/round-record.ts';
import { fileHash } from './facts.ts';

/** Whether a signature (base64url) is this scrutineer's on the file as it stands. */
export async function isFileSigned(round: RoundRecord, signer: ScrutineerRecord, file: SignedFile, sig: string): Promise<boolean> {
  const message = fileMessage(round, file, fileHash(round, file));
  return message !== null && isSigned(signer, message, sig);
}

/** Whether a signature is this scrutineer's on a board that is being posted; `hash` is the hex of its SHA-256. */
export async function isBoardSigned(signer: ScrutineerRecord, hash: string, sig: string): Promise<boolean> {
  const bytes = fromHex(hash, 32);
  return bytes !== null && isSigned(signer, signedMessage('board', bytes), sig);
}

/** Whether a signature is this scrutineer's on the exact text of a ruling. */
export async function isRulingSigned(signer: ScrutineerRecord, document: string, sig: string): Promise<boolean> {
  return isSigned(signer, signedMessage('ruling', sha256(utf8(document))), sig);
}

function fileMessage(round: RoundRecord, file: SignedFile, hash: string | null): Bytes | null {
  const bytes = hash === null ? null : fromHex(hash, 32);
  if (bytes === null) return null;
  if (file !== 'count') return signedMessage(file, bytes);
  const mh = fromHex(round.manifest?.hash ?? '', 32);
  return mh === null ? null : countMessage(mh, bytes);
}

async function isSigned(signer: ScrutineerRecord, message: Bytes, sig: string): Promise<boolean> {
  const signature = fromBase64url(sig, 64);
  return signature !== null && signer.sign !== null && NODE_PLATFORM.ed25519Verify(signer.sign, message, signature);
}
