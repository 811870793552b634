import { manifestHash, readManifest } from '#shared/ballot-paper/manifest.ts';
import type { PaperRound } from '#shared/ballot-paper/paper.ts';
import type { KeyFolder } from '../key-folder.ts';
import { stampKey } from '../round-keys.ts';
import type { StampKey } from '../round-keys.ts';

/** What a manifest says never changes; a few rounds of a day are kept read. */
const MOST_KEPT = 20;
const kept = new Map<string, PaperRound>();

/** What the stored manifest says of the papers. `hash` is the hex name under which it is stored. */
export function paperRoundOf(manifest: string, hash: string): PaperRound {
  const known = kept.get(hash);
  if (known !== undefined) return known;
  const bytes = Buffer.from(manifest, 'utf8');
  const read = readManifest(bytes);
  if (!read.ok) throw new Error(`The stored manifest ${hash} cannot be read.`);
  const round = { mh: manifestHash(bytes), paperKey: read.manifest.paperKey };
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(hash, round);
  return round;
}

/** The stamp key that the manifest names; a copy in memory may be from before a discarded manifest. */
export async function stampKeyOf(keys: KeyFolder, roundId: string, { paperKey }: PaperRound): Promise<StampKey> {
  const key = await stampKey(keys, roundId);
  if (key?.modulus.equals(paperKey) === true) return key;
  keys.forgetAll();
  const fresh = await stampKey(keys, roundId);
  if (fresh?.modulus.equals(paperKey) === true) return fresh;
  throw new Error(`Round ${roundId} has no stamp key that fits its manifest.`);
}
