import { fromBase64url } from '#shared/ballot-paper/base64url.ts';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import { readUtf8, utf8 } from '#shared/ballot-paper/bytes.ts';
import { toHex } from '#shared/ballot-paper/hex.ts';
import { makeManifest, manifestHash, readManifest } from '#shared/ballot-paper/manifest.ts';
import type { Manifest, ManifestScrutineer } from '#shared/ballot-paper/manifest.ts';
import { rollHash } from '#shared/ballot-paper/roll.ts';
import type { RollEntry } from '#shared/ballot-paper/roll.ts';
import { ballotRule } from '#shared/domain/method.ts';
import { roundName } from '#shared/domain/round-name.ts';
import type { RoundRecord, ScrutineerRecord } from '../db/round-record.ts';
import type { Deps } from '../deps.ts';
import { makeRoundKeys, serverKey } from '../round-keys.ts';

type Option = { readonly number: number; readonly title: string };

/** The exact text of a round's manifest and the hex of its hash; makes the round's stamp and capsule key. */
export async function writeManifest(
  { keys }: Deps,
  round: RoundRecord,
  roll: readonly RollEntry[],
  projects: readonly Option[],
): Promise<{ readonly document: string; readonly hash: string }> {
  const { method } = round.congress;
  const bytes = makeManifest({
    electionId: idBytes(round.congress.id),
    roundId: idBytes(round.id),
    number: round.number,
    parent: round.parent?.outcomeHash ?? null,
    title: `${round.congress.title} ${roundName(round.number)}`,
    options: projects.filter((project) => round.candidates.includes(project.number)),
    rule: ballotRule(method, round.places),
    method,
    summoned: roll.length,
    roll: rollHash(roll),
    t: method.box.t,
    paperKey: own(await makeRoundKeys(keys, round.id)),
    serverKey: own((await serverKey(keys)).publicKey),
    scrutineers: round.scrutineers.map(manifestScrutineer),
  });
  return { document: textOf(bytes), hash: toHex(manifestHash(bytes)) };
}

function manifestScrutineer({ position, name, sign, box }: ScrutineerRecord): ManifestScrutineer {
  if (sign === null || box === null) throw new Error(`Scrutineer ${String(position)} has no keys.`);
  return { i: position, name, box: own(box.key), sign: own(sign), sig: own(box.sig) };
}

/** 16 bytes of a congress or round id. */
export function idBytes(id: string): Bytes {
  const bytes = fromBase64url(id, 16);
  if (bytes === null) throw new Error(`${id} is no id.`);
  return bytes;
}

/** The database and node:crypto answer with views of a pool; the protocol's bytes own their buffer. */
export function own(bytes: Uint8Array): Bytes {
  return new Uint8Array(bytes);
}

/** Files are kept as text; the bytes that were hashed are its UTF-8 form. */
export function textOf(bytes: Uint8Array): string {
  const text = readUtf8(bytes);
  if (text === null) throw new Error('A file that was just made is no UTF-8.');
  return text;
}

/** The manifest of a round that has one, read again from its exact text. */
export function manifestOf(round: RoundRecord): { readonly manifest: Manifest; readonly mh: Bytes } {
  const bytes = utf8(round.manifest?.document ?? '');
  const read = readManifest(bytes);
  if (!read.ok) throw new Error(`The manifest of round ${round.id} cannot be read: ${read.field ?? ''}.`);
  return { manifest: read.manifest, mh: manifestHash(bytes) };
}
