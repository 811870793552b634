import { BODY_LENGTH } from './body.ts';
import { BOX_KEY_LENGTH, TAG_LENGTH } from './box-key.ts';
import { type Bytes, byte, concat, equalBytes, zeros } from './bytes.ts';
import { sha256 } from './hash.ts';
import { LABELS } from './labels.ts';
import type { BoxOpener, Platform } from './platform.ts';
import { SHARE_LENGTH, joinShares, splitSecret } from './shamir.ts';

/**
 * A sealed body, 180 + 114 n bytes: 1 | n | t | 0 | commit (32) | sealed body (144) | for each scrutineer
 * enc (65) and sealed share (49). Only t of the n scrutineers together can open it.
 */
const HEADER_LENGTH = 4;
const COMMIT_LENGTH = 32;
const SEALED_BODY_LENGTH = BODY_LENGTH + TAG_LENGTH;
const SEALED_SHARE_LENGTH = BOX_KEY_LENGTH + SHARE_LENGTH + TAG_LENGTH;
const CONTENT_KEY_LENGTH = 32;
/** The content key serves one message only, so its iv may be fixed. */
const IV = zeros(12);

/** What a round says of its box: MH (32 bytes), t, and the scrutineers' box keys (65 bytes each) in their order. */
export type BoxRound = { readonly mh: Uint8Array; readonly t: number; readonly boxKeys: readonly Uint8Array[] };

/** 180 + 114 n. */
export function boxEntryLength(n: number): number {
  return HEADER_LENGTH + COMMIT_LENGTH + SEALED_BODY_LENGTH + n * SEALED_SHARE_LENGTH;
}

/** Whether an entry has the length and header of its round. */
export function hasBoxEntryForm(entry: Uint8Array, { t, n }: { readonly t: number; readonly n: number }): boolean {
  const header = [1, n, t, 0];
  return entry.length === boxEntryLength(n) && header.every((value, index) => entry[index] === value);
}

/** Seals a body (128 bytes) for one ballot key (pkB, 32 bytes). Throws where a box key is no key: the manifest was checked. */
export async function sealBody(platform: Platform, round: BoxRound, ballotKey: Uint8Array, body: Uint8Array): Promise<Bytes> {
  const contentKey = platform.randomBytes(CONTENT_KEY_LENGTH);
  const commit = commitTo(round.mh, contentKey);
  const sealedBody = await platform.sealAes(contentKey, IV, bodyData(round.mh, ballotKey), body);
  const shares = await splitSecret(contentKey, round.boxKeys.length, round.t);
  const sealedShares = await Promise.all(
    round.boxKeys.map((boxKey, index) =>
      platform.sealHpke(boxKey, shareInfo(round.mh, index + 1), concat(ballotKey, commit), shares[index] ?? zeros(0)),
    ),
  );
  const present = sealedShares.filter((share) => share !== null);
  if (present.length !== sealedShares.length) throw new Error('A box key of the manifest is no key.');
  return concat(Uint8Array.of(1, round.boxKeys.length, round.t, 0), commit, sealedBody, ...present);
}

/** The scrutineers whose keys were released, in ascending order, with what opens their shares. */
export type ReleasedKey = { readonly i: number; readonly opener: BoxOpener };

/**
 * The body (128 bytes) of an entry, or null where it cannot be opened: t-subsets of the released scrutineers in
 * ascending order, until the commitment matches and the body decrypts. A share that does not open fits no subset.
 */
export async function openEntry(
  platform: Platform,
  round: BoxRound,
  released: readonly ReleasedKey[],
  ballotKey: Uint8Array,
  entry: Uint8Array,
): Promise<Bytes | null> {
  if (!hasBoxEntryForm(entry, { t: round.t, n: round.boxKeys.length })) return null;
  const share = shareReader(round.mh, ballotKey, entry);
  for (const subset of subsets(released, round.t)) {
    const body = await openWith(platform, round.mh, ballotKey, entry, await Promise.all(subset.map(share)));
    if (body !== null) return body;
  }
  return null;
}

async function openWith(
  platform: Platform,
  mh: Uint8Array,
  ballotKey: Uint8Array,
  entry: Uint8Array,
  shares: readonly (Bytes | null)[],
): Promise<Bytes | null> {
  const opened = shares.filter((share) => share !== null);
  const contentKey = opened.length === shares.length ? joinShares(opened) : null;
  if (contentKey === null || !equalBytes(commitTo(mh, contentKey), commitOf(entry))) return null;
  const at = HEADER_LENGTH + COMMIT_LENGTH;
  return platform.openAes(contentKey, IV, bodyData(mh, ballotKey), entry.subarray(at, at + SEALED_BODY_LENGTH));
}

/** Opens each share of one entry once, however many subsets want it. */
function shareReader(mh: Uint8Array, ballotKey: Uint8Array, entry: Uint8Array): (key: ReleasedKey) => Promise<Bytes | null> {
  const opened = new Map<number, Promise<Bytes | null>>();
  const aad = concat(ballotKey, commitOf(entry));
  return ({ i, opener }) => {
    const at = boxEntryLength(i - 1);
    const share = opened.get(i) ?? opener.open(shareInfo(mh, i), aad, entry.subarray(at, at + SEALED_SHARE_LENGTH));
    opened.set(i, share);
    return share;
  };
}

/** All subsets of `size` elements, in the lexicographic order of the list. */
export function* subsets<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  if (size === 0) yield [];
  for (const [index, first] of size === 0 ? [] : list.entries()) {
    for (const rest of subsets(list.slice(index + 1), size - 1)) yield [first, ...rest];
  }
}

function commitOf(entry: Uint8Array): Uint8Array {
  return entry.subarray(HEADER_LENGTH, HEADER_LENGTH + COMMIT_LENGTH);
}

function commitTo(mh: Uint8Array, contentKey: Uint8Array): Bytes {
  return sha256(LABELS.contentKey, mh, contentKey);
}

function bodyData(mh: Uint8Array, ballotKey: Uint8Array): Bytes {
  return concat(LABELS.body, mh, ballotKey);
}

function shareInfo(mh: Uint8Array, i: number): Bytes {
  return concat(LABELS.share, mh, byte(i));
}
