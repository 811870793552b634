/**
 * `npm run restore -- FILE`: puts a backup in place of what this installation holds; asks before it overwrites. The
 * server must be stopped. All or nothing. `--check FILE` restores on trial beside it, also while the server runs,
 * changes nothing, and marks the opening checklist.
 */
import { readFile } from 'node:fs/promises';
import { openBackup } from '#server/backup/backup-file.ts';
import type { Backup } from '#server/backup/backup-file.ts';
import { describeInstallation, foreignMigration, restoreBackup, tryRestore } from '#server/backup/backup.ts';
import { readConfig } from '#server/config.ts';
import { runningServer } from '#server/data-lock.ts';
import { installation } from './installation.ts';
import type { Installation } from './installation.ts';
import { Terminal } from './terminal.ts';

const YES = 'overwrite';
const WHY = {
  'no-backup': 'this is not a backup.',
  passphrase: 'the passphrase does not open it.',
  damaged: 'it is damaged or was changed. Take another copy.',
} as const;

const given = process.argv.slice(2);
const onTrial = given.includes('--check');
const [path] = given.filter((one) => one !== '--check');
if (path === undefined) fail('usage: npm run restore -- FILE, or npm run restore -- --check FILE');
const file = await readFile(path).catch(() => fail(`${path}: cannot be read.`));
const config = await readConfig();
const server = runningServer(config);
if (server !== null && !onTrial) fail(`The server runs on ${config.dataDir} (process ${String(server)}). Stop it first. Nothing was changed.`);

const terminal = new Terminal();
const opened = await openBackup(file, await terminal.askHidden('Passphrase: '));
if (!opened.ok) fail(`${path}: ${WHY[opened.why]} Nothing was changed.`);
const foreign = await foreignMigration(opened.backup);
if (foreign !== null) fail(`${path}: made by another version of this product (${foreign}). Restore it with that version. Nothing was changed.`);

const place = await installation(config);
if (onTrial) await tryIt(opened.backup, place);
const there = await describeInstallation(place);
if (there !== null) {
  console.error(`This installation holds ${there.length === 0 ? 'no congress' : there.join(', ')}. The backup of ${opened.backup.madeAt} takes its place.`);
  if ((await terminal.ask(`Type ${YES} to go on: `)) !== YES) {
    await place.close();
    fail('Nothing was changed.');
  }
}
terminal.close();
try {
  await restoreBackup(opened.backup, place, place.keys);
} finally {
  await place.close();
}
console.log(`Restored the backup of ${opened.backup.madeAt}. Start the server again; everyone signs in again.`);

async function tryIt(backup: Backup, at: Installation): Promise<never> {
  terminal.close();
  const trial = await tryRestore(backup, at, at.keys)
    .catch((error: unknown) => (error instanceof Error ? error.message : String(error)))
    .finally(() => at.close());
  if (typeof trial === 'string') fail(`${String(path)}: could not be restored on trial (${trial}). Nothing was changed.`);
  const found = `${String(trial.rows)} rows, ${String(trial.keys)} keys`;
  if (trial.congresses.length === 0) fail(`${String(path)}: can be restored (${found}), but holds no congress of this installation. Nothing was marked.`);
  console.log(`Restored on trial: ${found}; nothing of this installation was changed. Marked for ${trial.congresses.join(', ')}.`);
  process.exit(0);
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
