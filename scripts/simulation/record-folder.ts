import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RoundDetail } from '#shared/contract/round.ts';
import { makeKeysFile } from '#shared/ballot-paper/record-file.ts';
import { KEYS_FILE, RECORD_FILES } from '#shared/ballot-paper/record.ts';
import type { Hall } from './hall.ts';

/** A folder that does not exist or is empty; anything else is never written into. */
export async function isEmptyFolder(folder: string): Promise<boolean> {
  const entries = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  return entries.length === 0;
}

/** record/round-N as the server serves it, and audit/round-N as the scrutineers make it on a ruling. */
export async function writeRecords(hall: Hall, rounds: readonly RoundDetail[], folder: string): Promise<void> {
  for (const round of rounds) {
    await writePublic(hall, round, join(folder, 'record', `round-${String(round.number)}`));
    await writeAudit(hall, round, join(folder, 'audit', `round-${String(round.number)}`));
  }
}

async function writePublic({ clerk }: Hall, round: RoundDetail, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const file of RECORD_FILES) await writeFile(join(folder, file), await clerk.recordFile(round.id, file));
}

async function writeAudit({ scrutineers: [chief] }: Hall, round: RoundDetail, folder: string): Promise<void> {
  if (chief === undefined) throw new Error('The hall has no chief scrutineer.');
  await mkdir(folder, { recursive: true });
  for (const file of RECORD_FILES) {
    await writeFile(join(folder, file), file === 'box.jsonl' ? await chief.auditBox(round.id) : await chief.recordFile(round.id, file));
  }
  await writeFile(join(folder, KEYS_FILE), makeKeysFile(await chief.releasedKeys(round)));
}
