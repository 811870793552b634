import { writeBoard } from '#shared/ballot-paper/board.ts';
import type { ReleasedKey } from '#shared/ballot-paper/box-entry.ts';
import { openBox } from '#shared/ballot-paper/opening.ts';
import type { Platform } from '#shared/ballot-paper/platform.ts';
import { readRecord } from '#shared/ballot-paper/record.ts';
import { checkReleasedKey } from '#shared/ballot-paper/release.ts';

/** Opens the box of a record with all its keys and writes the board. */
export async function openGoldenBox(platform: Platform, files: ReadonlyMap<string, Uint8Array>) {
  const { manifest, manifestHash: mh, keys, box } = readRecord(files).parts;
  const treeHead = files.get('sth.json');
  if (manifest === null || mh === null || keys === null || box === null || treeHead === undefined) throw new Error('Unread.');
  const released: ReleasedKey[] = [];
  for (const { i, sk } of keys) {
    const scrutineer = manifest.scrutineers[i - 1];
    const key = scrutineer === undefined ? null : await checkReleasedKey(platform, scrutineer, sk);
    if (key?.ok === true) released.push(key);
  }
  const rows = box.map(({ pk, box: entry, leaf }) => ({ pk, box: entry ?? new Uint8Array(), leaf }));
  const board = await openBox(platform, { manifest, mh, treeHead, released, rows });
  return { bytes: writeBoard(board), tally: board.tally };
}
