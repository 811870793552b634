import { zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { HAND_FILES, OPTIONAL_FILES, RECORD_FILES } from '#shared/ballot-paper/record.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { Caller } from '../../caller.ts';
import type { RoundRecord } from '../../db/round-record.ts';
import { readRounds } from '../../db/round.repository.ts';
import type { Deps } from '../../deps.ts';
import { readableRounds } from './reader.ts';
import { recordFile } from './record.service.ts';

type Zip = { readonly ok: true; readonly value: Uint8Array; readonly headers: Record<string, string> } | Refusal;

/** The record of every certified round as folders round-N of one zip. */
export async function readRecordZip(deps: Deps, caller: Caller, congressId: string): Promise<Zip> {
  const readable = readableRounds(caller, await readRounds(deps.db, congressId));
  if (!readable.ok) return readable;
  const folders: Zippable = {};
  for (const round of readable.rounds) folders[`round-${String(round.number)}`] = await folderOf(deps, round);
  const headers = {
    'content-type': 'application/zip',
    'content-disposition': 'attachment; filename="record.zip"',
    'cache-control': 'no-store',
  };
  return { ok: true, value: Buffer.from(zipSync(folders)), headers };
}

async function folderOf(deps: Deps, round: RoundRecord): Promise<Zippable> {
  const folder: Zippable = {};
  const names = round.handCount === null ? [...RECORD_FILES, ...OPTIONAL_FILES] : HAND_FILES;
  for (const file of names) {
    const bytes = await recordFile(deps, round, file);
    if (bytes !== null) folder[file] = new Uint8Array(bytes);
  }
  return folder;
}
