import { unzipSync, zipSync } from 'fflate';
import { type Refusal, refuse } from '../error-code.ts';
import type { Bytes } from './bytes.ts';
import { KEYS_FILE, OPTIONAL_FILES, RECORD_FILES, type RecordFiles } from './record.ts';

/** Far above a record of the largest congress; what claims to be larger is not unpacked. */
const MOST_BYTES = 1_000_000_000;

/** A record on its own, or the rounds of one congress in their order, each with the name of its folder. */
export type Archive = {
  readonly ok: true;
  readonly rounds: readonly { readonly name: string; readonly files: RecordFiles }[];
  /** False for a record that lies there by itself. */
  readonly several: boolean;
};

const NAMES: readonly string[] = [...RECORD_FILES, ...OPTIONAL_FILES, KEYS_FILE];

/** Whether a file belongs to a record, by its path: `board.txt`, `round-2/board.txt`, `x/round-2/board.txt`. */
export function isRecordPath(path: string): boolean {
  return NAMES.includes(fileOf(path));
}

/**
 * Sorts files by path into records: those of one folder make one record; several folders must be named `round-N`.
 * Files that belong to no record are passed over. Refuses bad-record where none is left, or folders cannot be told apart.
 */
export function sortIntoRounds(files: ReadonlyMap<string, Uint8Array>): Archive | Refusal {
  const folders = new Map<string, Map<string, Uint8Array>>();
  for (const [path, bytes] of files) {
    if (!isRecordPath(path)) continue;
    const folder = folders.get(folderOf(path)) ?? new Map<string, Uint8Array>();
    folders.set(folderOf(path), folder.set(fileOf(path), bytes));
  }
  const alone = folders.get('') ?? null;
  if (alone !== null) return { ok: true, several: false, rounds: [{ name: '', files: alone }] };
  return inRounds([...folders].map(([folder, record]) => ({ folder, name: fileOf(folder), files: record })));
}

type Folder = { readonly folder: string; readonly name: string; readonly files: RecordFiles };

function inRounds(folders: readonly Folder[]): Archive | Refusal {
  const [only] = folders;
  if (only === undefined) return refuse('bad-record', { field: 'files' });
  const numbered = folders.every(({ name }) => roundNumber(name) !== null);
  if (folders.length === 1 && !numbered) return { ok: true, several: false, rounds: [{ name: '', files: only.files }] };
  const together = new Set(folders.map(({ folder }) => folderOf(folder))).size === 1;
  if (!numbered || !together) return refuse('bad-record', { field: 'folders' });
  const rounds = folders.toSorted((a, b) => (roundNumber(a.name) ?? 0) - (roundNumber(b.name) ?? 0));
  return { ok: true, several: true, rounds: rounds.map(({ name, files }) => ({ name, files })) };
}

function roundNumber(name: string): number | null {
  const digits = /^round-([1-9][0-9]{0,2})$/.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}

function fileOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Reads a zip of records. Unpacks files of records only, and none beyond a gigabyte together. Refuses bad-record. */
export function readArchive(zip: Uint8Array): Archive | Refusal {
  let left = MOST_BYTES;
  try {
    const files = unzipSync(zip, {
      // Space is set aside by the declared size, and a file that unpacks to more is cut off there.
      filter: ({ name, originalSize }) => isRecordPath(name) && (left -= originalSize) >= 0,
    });
    return left < 0 ? refuse('too-large') : sortIntoRounds(new Map(Object.entries(files)));
  } catch {
    return refuse('bad-record', { field: 'zip' });
  }
}

/** The zip of one or several rounds, as folders `round-N`. The same files give the same bytes. */
export function makeArchive(rounds: readonly { readonly number: number; readonly files: RecordFiles }[]): Bytes {
  const entries = rounds.flatMap(({ number, files }) =>
    [...files].map(([name, bytes]) => [`round-${number}/${name}`, bytes] as const),
  );
  return new Uint8Array(zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1), level: 6 }));
}
