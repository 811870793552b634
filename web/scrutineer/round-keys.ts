import { fromBase64url, toBase64url } from '#shared/ballot-paper/base64url.ts';
import { equalBytes, utf8 } from '#shared/ballot-paper/bytes.ts';
import { checkManifestSignatures, checkTreeHead, checkTreeHeadSignatures } from '#shared/ballot-paper/check-manifest.ts';
import { sha256 } from '#shared/ballot-paper/hash.ts';
import type { Manifest } from '#shared/ballot-paper/manifest.ts';
import { readRecord } from '#shared/ballot-paper/record.ts';
import { openRelease, sealRelease } from '#shared/ballot-paper/release.ts';
import { scrutineerBoxKey } from '#shared/ballot-paper/scrutineer.ts';
import { type RoundDetail, readManifest, readReleases, releaseKeys, startOpening } from '#shared/contract/round.ts';
import { type Refusal, refuse } from '#shared/error-code.ts';
import { type CallError, call } from '../api/client.ts';
import type { Desk } from './desk-context.ts';
import { idBytes } from './keys.ts';
import { recordFile } from './round-files.ts';

type Fault = { readonly ok: false; readonly refusal: CallError | Refusal };
export type SealedRound = {
  readonly ok: true;
  readonly manifest: Manifest;
  readonly manifestBytes: Uint8Array;
  readonly treeHead: Uint8Array;
};

/**
 * The round as its own signatures show it: this browser asks for t scrutineers' signatures on the tree head before
 * a key leaves it, whatever the server says of the round's state. Refuses tree-head-unsigned, manifest-untrusted.
 */
export async function readSealedRound(desk: Desk, round: RoundDetail): Promise<SealedRound | Fault> {
  const [manifestBytes, signatures] = await Promise.all([
    call(readManifest, { params: { roundId: round.id } }),
    recordFile(desk, round, 'sigs.json'),
  ]);
  if (!manifestBytes.ok) return { ok: false, refusal: manifestBytes.error };
  if (!signatures.ok) return { ok: false, refusal: signatures.error };
  const treeHead = utf8(round.treeHead?.document ?? '');
  const { parts } = readRecord(new Map([['manifest.json', manifestBytes.value], ['sth.json', treeHead], ['sigs.json', signatures.value]]));
  const context = { platform: desk.keys.platform, onProgress: () => undefined, earlier: null };
  const { manifest } = parts;
  const trusted = manifest !== null && isMine(manifest, desk, round) && (await checkManifestSignatures(parts, context)) === null;
  if (!trusted) return { ok: false, refusal: refuse('manifest-untrusted') };
  const sealed = (await checkTreeHead(parts, context)) === null && (await checkTreeHeadSignatures(parts, context)) === null;
  if (!sealed) return { ok: false, refusal: refuse('tree-head-unsigned') };
  return { ok: true, manifest, manifestBytes: manifestBytes.value, treeHead };
}

function isMine(manifest: Manifest, { keys, me }: Desk, round: RoundDetail): boolean {
  const mine = manifest.scrutineers.find(({ i }) => i === me.position);
  return mine !== undefined && equalBytes(mine.sign, keys.sign.publicKey) && equalBytes(manifest.roundId, idBytes(round.id));
}

/** Hands the key of this round over, sealed to every other scrutineer of the manifest. */
export async function handOver(desk: Desk, round: RoundDetail) {
  const sealedRound = await readSealedRound(desk, round);
  if (!sealedRound.ok) return asResult(sealedRound);
  const { manifest, treeHead } = sealedRound;
  const own = await scrutineerBoxKey(desk.keys.platform, desk.keys.root, desk.keys.electionId, manifest.roundId);
  const path = { treeHeadHash: sha256(treeHead), from: desk.me.position };
  const releases = [];
  for (const other of manifest.scrutineers.filter(({ i }) => i !== desk.me.position)) {
    const sealed = await sealRelease(desk.keys.platform, { ...path, to: other.i }, other, own.privateKey);
    if (!sealed.ok) return sealed;
    releases.push({ to: other.i, sealed: toBase64url(sealed.sealed) });
  }
  return call(releaseKeys, { params: { roundId: round.id }, body: { releases } }, desk.token);
}

export type OpeningKeys = {
  readonly ok: true;
  readonly sealed: SealedRound;
  readonly keys: { readonly i: number; readonly sk: Uint8Array }[];
};

/**
 * Fixes the set (whoever asks first) and collects its keys: those sealed to me and, where I am in it, my own.
 * A useless key is left out and the set fixed anew, as long as no board was posted.
 */
export async function collectKeys(desk: Desk, round: RoundDetail): Promise<OpeningKeys | Fault> {
  const sealed = await readSealedRound(desk, round);
  if (!sealed.ok) return sealed;
  const useless: number[] = [];
  for (;;) {
    const query = useless.length === 0 ? {} : { without: useless.join(',') };
    const started = await call(startOpening, { params: { roundId: round.id }, query }, desk.token);
    if (!started.ok) return { ok: false, refusal: started.error };
    const collected = await keysOfSet(desk, round, sealed, started.value.released);
    const giver = collected.ok ? null : uselessKey(collected.refusal);
    if (giver === null || useless.includes(giver)) return collected;
    useless.push(giver);
  }
}

function uselessKey(refusal: CallError | Refusal): number | null {
  const i = 'reason' in refusal && refusal.reason === 'bad-release' ? refusal.figures?.['i'] : null;
  return typeof i === 'number' ? i : null;
}

/** The keys of a fixed set, each checked against the manifest. Refuses bad-release with the number of its giver. */
export async function keysOfSet(desk: Desk, round: RoundDetail, sealed: SealedRound, set: readonly number[]): Promise<OpeningKeys | Fault> {
  const answer = await call(readReleases, { params: { roundId: round.id } }, desk.token);
  if (!answer.ok) return { ok: false, refusal: answer.error };
  const own = await scrutineerBoxKey(desk.keys.platform, desk.keys.root, desk.keys.electionId, sealed.manifest.roundId);
  const treeHeadHash = sha256(sealed.treeHead);
  const keys = [];
  for (const i of set.toSorted((a, b) => a - b)) {
    if (i === desk.me.position) {
      keys.push({ i, sk: own.privateKey });
      continue;
    }
    const sender = sealed.manifest.scrutineers.find((one) => one.i === i);
    const given = fromBase64url(answer.value.find(({ from }) => from === i)?.sealed ?? '');
    if (sender === undefined || given === null) return { ok: false, refusal: refuse('bad-release', { figures: { i } }) };
    const path = { treeHeadHash, from: i, to: desk.me.position };
    const released = await openRelease(desk.keys.platform, path, sender, own.opener, given);
    if (!released.ok) return { ok: false, refusal: refuse('bad-release', { figures: { i } }) };
    keys.push({ i, sk: released.privateKey });
  }
  return { ok: true, sealed, keys };
}

/** A fault in the form that acts of a card show. */
export function asResult({ refusal }: Fault): Refusal | { readonly ok: false; readonly error: CallError } {
  return 'reason' in refusal ? refusal : { ok: false, error: refusal };
}
