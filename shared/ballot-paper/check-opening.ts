import { lineText } from './board.ts';
import type { ReleasedKey } from './box-entry.ts';
import { type Check, checkOf, unless } from './check.ts';
import type { Manifest } from './manifest.ts';
import { openBox } from './opening.ts';
import type { Platform } from './platform.ts';
import type { KeyRow } from './record-file.ts';
import { checkReleasedKey } from './release.ts';

/** Every key of the record belongs to the manifest, none stands twice, and all released ones are there. */
export const checkKeys: Check = checkOf(['manifest', 'board', 'keys'], async ({ manifest, board, keys }, { platform }) => {
  const different = new Set(keys.map(({ i }) => i)).size === keys.length;
  const checked = await Promise.all(keys.map((key) => openerOf(platform, manifest, key)));
  const wrong = keys.find((_, index) => checked[index] === null);
  if (!different || wrong !== undefined) return `key of ${wrong?.i ?? 'one scrutineer twice'} is not the manifest's`;
  return unless(board.released.every((i) => keys.some((key) => key.i === i)), 'a released key is missing');
});

/** Opening every entry anew with the released keys gives the lines of the board. */
export const checkOpening: Check = checkOf(
  ['manifest', 'manifestHash', 'box', 'board', 'keys'],
  async ({ manifest, manifestHash, box, board, keys }, { platform, onProgress }) => {
    const used = board.released.map((i) => keys.find((key) => key.i === i)).filter((key) => key !== undefined);
    const openers = await Promise.all(used.map((key) => openerOf(platform, manifest, key)));
    const released = openers.filter((key) => key !== null);
    if (released.length < board.released.length) return 'a released key is missing';
    const rows = box.map(({ pk, box: entry, leaf }) => (entry === null ? null : { pk, box: entry, leaf })).filter((row) => row !== null);
    if (rows.length < box.length) return 'the record holds keys without the box entries';
    const opening = { manifest, mh: manifestHash, treeHead: new Uint8Array(), released, rows };
    const opened = await openBox(platform, opening, onProgress);
    return unless(textOf(opened) === textOf(board), 'the box opens to another board');
  },
);

async function openerOf(platform: Platform, manifest: Manifest, { i, sk }: KeyRow): Promise<ReleasedKey | null> {
  const scrutineer = manifest.scrutineers.find((one) => one.i === i);
  if (scrutineer === undefined) return null;
  const key = await checkReleasedKey(platform, scrutineer, sk);
  return key.ok ? key : null;
}

function textOf({ lines }: { readonly lines: readonly Parameters<typeof lineText>[0][] }): string {
  return lines.map(lineText).join('\n');
}
