import { fromBase64url } from '#shared/ballot-paper/base64url.ts';
import { equalBytes } from '#shared/ballot-paper/bytes.ts';
import { toHex } from '#shared/ballot-paper/hex.ts';
import { areBoxKeysSigned } from '#shared/ballot-paper/manifest-check.ts';
import { type Manifest, checkConsistency, fingerprint, manifestHash, readManifest } from '#shared/ballot-paper/manifest.ts';
import { isRollOrder, rollHash } from '#shared/ballot-paper/roll.ts';
import { keyCode, scrutineerBoxKey } from '#shared/ballot-paper/scrutineer.ts';
import type { Answer } from '#shared/contract/endpoint.ts';
import type { RoundDetail, readRoll } from '#shared/contract/round.ts';
import { ballotRule } from '#shared/domain/method.ts';
import type { Desk } from './desk-context.ts';
import { idBytes } from './keys.ts';

/** What a scrutineer checks before the manifest is signed; each has its own line on the card. */
export const MANIFEST_CHECKS = ['form', 'names', 'options', 'rule', 'method', 'parent', 'roll', 'my-keys', 'all-keys'] as const;
export type ManifestCheck = (typeof MANIFEST_CHECKS)[number];

export type CheckedManifest = {
  readonly manifest: Manifest;
  readonly fingerprint: string;
  readonly checks: readonly { readonly name: ManifestCheck; readonly ok: boolean }[];
};

type Input = {
  readonly bytes: Uint8Array;
  readonly roll: Answer<typeof readRoll>;
  readonly round: RoundDetail;
  readonly desk: Pick<Desk, 'congress' | 'scrutineers' | 'rounds' | 'keys' | 'me'>;
};

/** Checks a manifest against everything this browser knows by itself; null where it cannot be read at all. */
export async function checkManifestForMe({ bytes, roll, round, desk }: Input): Promise<CheckedManifest | null> {
  const read = readManifest(bytes);
  if (!read.ok) return null;
  const { manifest } = read;
  const mh = manifestHash(bytes);
  const answers: Readonly<Record<ManifestCheck, boolean>> = {
    form: checkConsistency(manifest).ok && toHex(mh) === round.manifest?.hash,
    names: equalBytes(manifest.electionId, desk.keys.electionId) && equalBytes(manifest.roundId, idBytes(round.id)) && manifest.number === round.number,
    options: hasTheseOptions(manifest, round, desk.congress.projects),
    rule: isSame(manifest.rule, ballotRule(desk.congress.method, round.places)),
    method: isSame(manifest.method, desk.congress.method),
    parent: hasRightParent(manifest, round, desk.rounds),
    roll: isRollOf(manifest, roll),
    'my-keys': await holdsMyKeys(manifest, desk),
    'all-keys': (await areBoxKeysSigned(desk.keys.platform, manifest)) && holdsAdoptedKeys(manifest, desk.scrutineers),
  };
  return { manifest, fingerprint: fingerprint(mh), checks: MANIFEST_CHECKS.map((name) => ({ name, ok: answers[name] })) };
}

function hasTheseOptions(manifest: Manifest, round: RoundDetail, projects: Desk['congress']['projects']): boolean {
  const expected = projects.filter(({ number }) => round.candidates.includes(number)).map(({ number, title }) => ({ number, title }));
  return isSame(manifest.options, expected.toSorted((a, b) => a.number - b.number)) && expected.length === round.candidates.length;
}

/** A first round has no parent; a later one names the outcome of the last certified round, bytes and all. */
function hasRightParent(manifest: Manifest, round: RoundDetail, rounds: readonly RoundDetail[]): boolean {
  const certified = rounds.filter((one) => one.number < round.number && one.state === 'certified');
  const last = certified.toSorted((a, b) => a.number - b.number).at(-1);
  return manifest.parent === (last?.outcome?.hash ?? null);
}

function isRollOf(manifest: Manifest, roll: Input['roll']): boolean {
  const entries = roll.flatMap(({ no, pk }) => {
    const bytes = fromBase64url(pk, 32);
    return bytes === null ? [] : [{ no, pk: bytes }];
  });
  return entries.length === manifest.summoned && isRollOrder(entries) && equalBytes(rollHash(entries), manifest.roll);
}

async function holdsMyKeys(manifest: Manifest, { keys, me }: Input['desk']): Promise<boolean> {
  const mine = manifest.scrutineers.find(({ i }) => i === me.position);
  if (mine === undefined) return false;
  const box = await scrutineerBoxKey(keys.platform, keys.root, keys.electionId, manifest.roundId);
  return equalBytes(mine.sign, keys.sign.publicKey) && equalBytes(mine.box, box.publicKey);
}

/** The key codes that were read out at adoption, by number. */
function holdsAdoptedKeys(manifest: Manifest, scrutineers: Desk['scrutineers']): boolean {
  const adopted = new Map(scrutineers.flatMap(({ position, keyCode: code }) => (position === null || code === null ? [] : [[position, code]])));
  return manifest.scrutineers.every(({ i, sign }) => adopted.get(i) === keyCode(sign)) && adopted.size === manifest.scrutineers.length;
}

/** Equal values whatever the order of their fields. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => [name, sorted(part)]);
}
