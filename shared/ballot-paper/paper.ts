import { type Refusal, refuse } from '../error-code.ts';
import { type Blinded, blind, finalize } from './blind-rsa.ts';
import { type Bytes, concat, equalBytes, utf8 } from './bytes.ts';
import { type SignKey, signKeyOf } from './credential.ts';
import { hkdf, sha256 } from './hash.ts';
import { toInteger } from './integer.ts';
import { LABELS } from './labels.ts';
import type { Platform } from './platform.ts';
import { MODULUS_LENGTH, PUBLIC_EXPONENT, SALT_LENGTH } from './rsa-key.ts';

export const PAPER_SEED_LENGTH = 32;
export const CAPSULE_LENGTH = 60;
const IV_LENGTH = 12;

/** What a round's manifest says of its papers: MH (32 bytes) and the stamp key's n (384 bytes). */
export type PaperRound = { readonly mh: Uint8Array; readonly paperKey: Uint8Array };

/** A ballot paper on its device, all of it derived from the paper seed P and the manifest. */
export type Paper = {
  /** P, 32 bytes. */
  readonly seed: Bytes;
  /** skB, pkB: the key that casts; its public half is the ballot's serial. */
  readonly key: SignKey;
  /** M, 74 bytes: what is stamped. */
  readonly message: Bytes;
  readonly blinded: Blinded;
};

/** A fresh paper seed, 32 bytes. To be kept safe before anything is sent. */
export function makePaperSeed(platform: Platform): Bytes {
  return platform.randomBytes(PAPER_SEED_LENGTH);
}

/** Derives the paper of a seed (32 bytes): the same seed gives the same blinded message on every device. */
export async function derivePaper(platform: Platform, seed: Uint8Array, round: PaperRound): Promise<Paper> {
  const key = await signKeyOf(platform, hkdf(seed, round.mh, LABELS.paperKey, 32));
  const message = paperMessage(round.mh, key.publicKey);
  return { seed: new Uint8Array(seed), key, message, blinded: blindPaper(seed, round, message) };
}

/** M, 74 bytes. pkB 32 bytes. */
export function paperMessage(mh: Uint8Array, ballotKey: Uint8Array): Bytes {
  return concat(LABELS.paper, mh, ballotKey);
}

/** The PSS salt of a paper, 48 bytes. */
export function paperSalt(seed: Uint8Array, mh: Uint8Array): Bytes {
  return hkdf(seed, mh, LABELS.paperSalt, SALT_LENGTH);
}

/** The candidate for the blind factor, 384 bytes, that is tried at this attempt, from 0. */
export function blindFactor(seed: Uint8Array, mh: Uint8Array, attempt: number): Bytes {
  return hkdf(seed, mh, concat(LABELS.paperBlind, utf8(String(attempt))), MODULUS_LENGTH);
}

function blindPaper(seed: Uint8Array, { mh, paperKey }: PaperRound, message: Bytes): Blinded {
  const n = toInteger(paperKey);
  const salt = paperSalt(seed, mh);
  for (let attempt = 0; ; attempt += 1) {
    const r = toInteger(blindFactor(seed, mh, attempt));
    const blinded = r >= 2n && r < n ? blind({ n, e: PUBLIC_EXPONENT }, message, salt, r) : null;
    if (blinded !== null) return blinded;
  }
}

/** The stamp (384 bytes) from the server's answer. Refuses bad-stamp where the answer is no stamp on this paper. */
export function unblind(
  paper: Paper,
  { paperKey }: PaperRound,
  blindSignature: Uint8Array,
): { readonly ok: true; readonly stamp: Bytes } | Refusal {
  const stamp = finalize({ n: toInteger(paperKey), e: PUBLIC_EXPONENT }, paper.blinded, blindSignature);
  return stamp === null ? refuse('bad-stamp') : { ok: true, stamp };
}

/**
 * The capsule, 60 bytes: iv || P sealed under kC, bound to round and blinded message. With it and the letter a
 * paper can be taken up on another device. The iv is fresh; the caller gives one only to reproduce a test vector.
 */
export async function sealCapsule(
  platform: Platform,
  capsuleKey: Uint8Array,
  mh: Uint8Array,
  paper: Paper,
  iv: Uint8Array = platform.randomBytes(IV_LENGTH),
): Promise<Bytes> {
  const aad = capsuleData(mh, paper.blinded.blindedMessage);
  return concat(iv, await platform.sealAes(capsuleKey, iv, aad, paper.seed));
}

/**
 * The paper out of a capsule (60 bytes) that the server kept with the issue. Refuses bad-capsule: another letter,
 * round or blinded message, or a seed that does not give that blinded message.
 */
export async function openCapsule(
  platform: Platform,
  capsuleKey: Uint8Array,
  round: PaperRound,
  issued: { readonly blindedMessage: Uint8Array; readonly capsule: Uint8Array },
): Promise<{ readonly ok: true; readonly paper: Paper } | Refusal> {
  if (issued.capsule.length !== CAPSULE_LENGTH) return refuse('bad-capsule');
  const iv = issued.capsule.subarray(0, IV_LENGTH);
  const sealed = issued.capsule.subarray(IV_LENGTH);
  const seed = await platform.openAes(capsuleKey, iv, capsuleData(round.mh, issued.blindedMessage), sealed);
  if (seed === null) return refuse('bad-capsule');
  const paper = await derivePaper(platform, seed, round);
  return equalBytes(paper.blinded.blindedMessage, issued.blindedMessage) ? { ok: true, paper } : refuse('bad-capsule');
}

function capsuleData(mh: Uint8Array, blindedMessage: Uint8Array): Bytes {
  return concat(LABELS.capsule, mh, sha256(blindedMessage));
}

/** What a delegate signs to draw a paper. The issue log holds blindedMessage (384 bytes) and SHA-256(capsule). */
export function issueMessage(mh: Uint8Array, blindedMessage: Uint8Array, capsuleHash: Uint8Array): Bytes {
  return concat(LABELS.issue, mh, sha256(blindedMessage), capsuleHash);
}

/** A request for a paper, all fields as bytes: blindedMessage 384, capsule 60, sig 64. */
export type IssueRequest = { readonly blindedMessage: Bytes; readonly capsule: Bytes; readonly sig: Bytes };

/** The finished request of a delegate (skA) for this paper. To be kept and sent again unchanged until it is answered. */
export async function makeIssueRequest(
  platform: Platform,
  auth: SignKey,
  capsuleKey: Uint8Array,
  mh: Uint8Array,
  paper: Paper,
): Promise<IssueRequest> {
  const { blindedMessage } = paper.blinded;
  const capsule = await sealCapsule(platform, capsuleKey, mh, paper);
  const message = issueMessage(mh, blindedMessage, sha256(capsule));
  return { blindedMessage, capsule, sig: await platform.ed25519Sign(auth.seed, message) };
}

/** The server's check of a request by the delegate with key pkA. Refuses bad-blinded-message, bad-capsule, bad-signature. */
export async function checkIssueRequest(
  platform: Platform,
  publicKey: Uint8Array,
  { mh, paperKey }: PaperRound,
  { blindedMessage, capsule, sig }: IssueRequest,
): Promise<{ readonly ok: true } | Refusal> {
  const below = blindedMessage.length === MODULUS_LENGTH && toInteger(blindedMessage) < toInteger(paperKey);
  if (!below) return refuse('bad-blinded-message');
  if (capsule.length !== CAPSULE_LENGTH) return refuse('bad-capsule');
  const message = issueMessage(mh, blindedMessage, sha256(capsule));
  return (await platform.ed25519Verify(publicKey, message, sig)) ? { ok: true } : refuse('bad-signature');
}
