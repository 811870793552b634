import { z } from 'zod/mini';
import { type Refusal, refuse } from '../error-code.ts';
import { bytesField, toBase64url } from './base64url.ts';
import { type BodyMarks, TRACKER_LENGTH, makeBody, trackerText } from './body.ts';
import { type BoxRound, hasBoxEntryForm, sealBody } from './box-entry.ts';
import { type Bytes, byte, concat } from './bytes.ts';
import { sha256 } from './hash.ts';
import { LABELS } from './labels.ts';
import type { Manifest } from './manifest.ts';
import { type Paper, paperMessage } from './paper.ts';
import type { Platform, StampChecker } from './platform.ts';
import { checkPoints } from './points.ts';
import { STAMP_LENGTH } from './rsa-key.ts';

/** A cast message as bytes: pkB 32, stamp 384, box entry 180 + 114 n, signature 64. */
export type Ballot = { readonly pk: Bytes; readonly stamp: Bytes; readonly box: Bytes; readonly sig: Bytes };

/** A cast message as it travels: the same fields in base64url. */
export type CastMessage = { readonly pk: string; readonly stamp: string; readonly box: string; readonly sig: string };

const ballotFields = z.strictObject({
  pk: bytesField(32),
  stamp: bytesField(STAMP_LENGTH),
  box: bytesField(),
  sig: bytesField(64),
});

/** What the box of a manifest wants to know. */
export function boxRound(mh: Uint8Array, manifest: Manifest): BoxRound {
  return { mh, t: manifest.t, boxKeys: manifest.scrutineers.map(({ box }) => box) };
}

/**
 * Makes the finished ballot: fresh tracker, sealed body, signature by the ballot key. To be kept before it is sent and
 * sent again unchanged until it is answered. One mark per option; the caller has checked the selection, or the ruling.
 */
export async function makeBallot(
  platform: Platform,
  round: BoxRound,
  paper: Paper,
  stamp: Uint8Array,
  marks: BodyMarks,
): Promise<{ readonly ballot: Ballot; readonly tracker: string }> {
  const { publicKey, seed } = paper.key;
  const tracker = platform.randomBytes(TRACKER_LENGTH);
  const box = await sealBody(platform, round, publicKey, makeBody(tracker, marks));
  const sig = await platform.ed25519Sign(seed, castMessageOf(round.mh, box));
  return { ballot: { pk: publicKey, stamp: new Uint8Array(stamp), box, sig }, tracker: trackerText(tracker) };
}

/** The JSON fields of a ballot. */
export function toCastMessage({ pk, stamp, box, sig }: Ballot): CastMessage {
  return { pk: toBase64url(pk), stamp: toBase64url(stamp), box: toBase64url(box), sig: toBase64url(sig) };
}

/** What the ballot key signs to cast a box entry. */
export function castMessageOf(mh: Uint8Array, box: Uint8Array): Bytes {
  return castMessageOfHash(mh, sha256(box));
}

/** The same from SHA-256(box), which is all that a public record holds. */
export function castMessageOfHash(mh: Uint8Array, boxHash: Uint8Array): Bytes {
  return concat(LABELS.cast, mh, boxHash);
}

/** What the server needs to check the ballots of one round, prepared when the round is armed. */
export type BoxGate = { readonly mh: Bytes; readonly t: number; readonly n: number; readonly isStamp: StampChecker };

/** Refuses bad-stamp where the manifest's stamp key is no RSA-3072 key. */
export async function makeBoxGate(
  platform: Platform,
  mh: Bytes,
  manifest: Manifest,
): Promise<{ readonly ok: true; readonly gate: BoxGate } | Refusal> {
  const isStamp = await platform.stampChecker(manifest.paperKey);
  if (isStamp === null) return refuse('bad-stamp', { field: 'paperKey' });
  return { ok: true, gate: { mh, t: manifest.t, n: manifest.scrutineers.length, isStamp } };
}

/**
 * Checks a cast message from anyone: form and points, then the stamp, which drops junk for the least work, then the
 * signature. Refuses bad-format with the field (also a box entry of another length or header), bad-stamp, bad-signature.
 */
export async function checkCast(
  platform: Platform,
  gate: BoxGate,
  message: unknown,
): Promise<{ readonly ok: true; readonly ballot: Ballot } | Refusal> {
  const parsed = ballotFields.safeParse(message);
  if (!parsed.success) return refuse('bad-format', { field: String(parsed.error.issues[0]?.path[0] ?? 'body') });
  const ballot = parsed.data;
  if (!hasBoxEntryForm(ballot.box, gate)) return refuse('bad-format', { field: 'box' });
  const points = checkPoints(ballot.pk, ballot.sig);
  if (!points.ok) return points;
  if (!(await gate.isStamp(paperMessage(gate.mh, ballot.pk), ballot.stamp))) return refuse('bad-stamp');
  const signed = await platform.ed25519Verify(ballot.pk, castMessageOf(gate.mh, ballot.box), ballot.sig);
  return signed ? { ok: true, ballot } : refuse('bad-signature');
}

/** The leaf of a ballot in the tree, 32 bytes. */
export function leafOf({ pk, box }: { readonly pk: Uint8Array; readonly box: Uint8Array }): Bytes {
  return leafOfHash(pk, sha256(box));
}

/** The same from SHA-256(box). */
export function leafOfHash(pk: Uint8Array, boxHash: Uint8Array): Bytes {
  return sha256(byte(0), pk, boxHash);
}

/** What the server signs once a ballot is durably in the box. */
export function receiptMessage(mh: Uint8Array, leaf: Uint8Array): Bytes {
  return concat(LABELS.receipt, mh, leaf);
}

/** Whether a receipt (64 bytes) by the server key of the manifest is one for this ballot. */
export function isReceipt(
  platform: Platform,
  serverKey: Uint8Array,
  mh: Uint8Array,
  ballot: { readonly pk: Uint8Array; readonly box: Uint8Array },
  receipt: Uint8Array,
): Promise<boolean> {
  return platform.ed25519Verify(serverKey, receiptMessage(mh, leafOf(ballot)), receipt);
}
