import { ARCHIVE_FILES_HEADER, readArchive } from '#shared/contract/archive.ts';
import type { CallError } from '#web/api/client.ts';
import { saveFile } from '#web/api/save-file.ts';
import { streamFile } from '#web/api/stream-file.ts';
import { zipCounter } from '#web/api/zip-counter.ts';
import { keptDraft } from '../kept-draft.ts';

/** An archive on its way, saved, or not made; it outlives the panel, so that the clerk may look at other pages. */
export type ArchiveWork =
  | { readonly state: 'none' }
  | { readonly state: 'making'; readonly done: number; readonly of: number }
  | { readonly state: 'saved'; readonly name: string; readonly size: number; readonly sha256: string }
  | { readonly state: 'refused'; readonly refusal: CallError };

const NONE: ArchiveWork = { state: 'none' };
const work = keptDraft<ArchiveWork>(NONE);

export const useArchiveWork = work.use;

/** Fetches the archive and saves it as a file of this computer; once at a time. */
export async function startArchive(congressId: string, token: string, name: string): Promise<void> {
  if (work.read(congressId).state === 'making') return;
  work.keep(congressId, { state: 'making', done: 0, of: 0 });
  const count = zipCounter();
  const result = await streamFile(readArchive, { params: { congressId } }, token, (piece, headers) => {
    work.keep(congressId, { state: 'making', done: count(piece), of: Number(headers.get(ARCHIVE_FILES_HEADER) ?? 0) });
  });
  if (!result.ok) {
    work.keep(congressId, { state: 'refused', refusal: result.error });
    return;
  }
  saveFile(name, result.value, 'application/zip');
  work.keep(congressId, { state: 'saved', name, size: result.value.length, sha256: await sha256(result.value) });
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
