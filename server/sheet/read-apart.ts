import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import { EndedApart, askApart } from '../process-apart.ts';
import { readSheet } from './read-sheet.ts';
import { sheetRead } from './sheet.ts';
import type { SheetRead } from './sheet.ts';

/** What a file may unfold to for being read at once, in bytes: some tens of milliseconds; a roll of 400 takes a fifth of it. */
const SMALL = 512 * 1024;
/** What any file may unfold to, in bytes: a roll of ten thousand takes an eighth of it. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_WAITING = 8;
export type Reader = {
  /** Megabytes of heap; a roll of ten thousand needs a quarter. */
  readonly heap: number;
  /** Milliseconds, with the start of the process on a busy machine. */
  readonly patience: number;
};
const READER: Reader = { heap: 192, patience: 20_000 };

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Reads a table, a large one in a process of its own, one after the other: a file made to take minutes and gigabytes
 * costs that process its life, and no ballot waits for it. Refuses busy where too many files wait already.
 * @param rows rows beyond this number and one more are not read
 */
export async function readSheetApart(file: Uint8Array, rows: number, reader = READER): Promise<{ readonly ok: true; readonly read: SheetRead } | Refusal> {
  const small = readSheet(file, { rows, bytes: SMALL });
  if (small.ok || small.why !== 'too-large-inside') return { ok: true, read: small };
  if (waiting >= MOST_WAITING) return refuse('busy');
  waiting += 1;
  const turn = last.then(() => inProcess(file, rows, reader));
  last = turn.catch(() => undefined);
  try {
    return { ok: true, read: await turn };
  } finally {
    waiting -= 1;
  }
}

/** A reader that was ended had no room or no time left: no office's list needs so much. */
async function inProcess(file: Uint8Array, rows: number, { heap, patience }: Reader): Promise<SheetRead> {
  try {
    const question = { file, limits: { rows, bytes: MOST_BYTES } };
    return sheetRead.parse(await askApart({ from: import.meta.url, program: 'sheet-process', heap, patience }, question));
  } catch (error) {
    if (error instanceof EndedApart && error.signal !== null) return { ok: false, why: 'too-large-inside' };
    throw error;
  }
}
