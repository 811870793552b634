import { type Board, type NamedBallot, makeBoard } from './board.ts';
import { boxRound } from './ballot.ts';
import { type Progress, inBatches } from './batches.ts';
import { readBody } from './body.ts';
import { type BoxRound, type ReleasedKey, openEntry } from './box-entry.ts';
import { sha256 } from './hash.ts';
import { toHex } from './hex.ts';
import type { Manifest } from './manifest.ts';
import type { Platform } from './platform.ts';

/** A row of the frozen box: pkB (32 bytes), the box entry, and its leaf (32 bytes). */
export type BoxRow = { readonly pk: Uint8Array; readonly box: Uint8Array; readonly leaf: Uint8Array };

export type Opening = {
  readonly manifest: Manifest;
  readonly mh: Uint8Array;
  /** The exact bytes of sth.json. */
  readonly treeHead: Uint8Array;
  /** The released set that was fixed when the opening started, ascending; at least t keys, checked against the manifest. */
  readonly released: readonly ReleasedKey[];
  readonly rows: readonly BoxRow[];
};

/** Opens the whole box and makes its board. Every opener with the same set makes the same bytes. */
export async function openBox(platform: Platform, opening: Opening, onProgress: Progress = () => undefined): Promise<Board> {
  const { manifest, mh, treeHead, released, rows } = opening;
  const round = boxRound(mh, manifest);
  const options = manifest.options.length;
  const opened = await inBatches(rows, (row) => openRow(platform, round, released, row, options), onProgress);
  const header = { treeHead: toHex(sha256(treeHead)), released: released.map(({ i }) => i) };
  return makeBoard(manifest, header, opened);
}

async function openRow(
  platform: Platform,
  round: BoxRound,
  released: readonly ReleasedKey[],
  { pk, box, leaf }: BoxRow,
  options: number,
): Promise<NamedBallot> {
  const body = await openEntry(platform, round, released, pk, box);
  if (body === null) return { tracker: null, leaf, ballot: { kind: 'unopenable' } };
  const { tracker, marks, ruledInvalid } = readBody(body, options);
  if (marks !== null) return { tracker, leaf, ballot: { kind: 'marks', marks } };
  return { tracker, leaf, ballot: { kind: ruledInvalid ? 'paper-invalid' : 'malformed' } };
}
