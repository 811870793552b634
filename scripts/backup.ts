/**
 * `npm run backup -- FILE`: everything of this installation in one file, encrypted under a passphrase; also while
 * the server runs and a hall votes. FILE must not exist.
 */
import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { sealBackup } from '#server/backup/backup-file.ts';
import { takeBackup } from '#server/backup/backup.ts';
import { readConfig } from '#server/config.ts';
import { installation } from './installation.ts';
import { Terminal } from './terminal.ts';

const SHORTEST = 12;
const [path] = process.argv.slice(2);
if (path === undefined) fail('usage: npm run backup -- FILE');

const terminal = new Terminal();
console.error(`Choose a passphrase of at least ${String(SHORTEST)} characters, for example ${randomUUID()}. Without it the backup cannot be opened by anyone.`);
const passphrase = await terminal.askHidden('Passphrase: ');
if (passphrase.length < SHORTEST) fail(`The passphrase is shorter than ${String(SHORTEST)} characters. Nothing was written.`);
if ((await terminal.askHidden('Once more: ')) !== passphrase) fail('The two passphrases differ. Nothing was written.');
terminal.close();

const file = await open(path, 'wx', 0o600).catch((error: unknown) => fail(`${path}: ${error instanceof Error ? error.message : 'cannot be written'}`));
const place = await installation(await readConfig());
try {
  const backup = await takeBackup(place, place.keys);
  const sealed = await sealBackup(backup, passphrase);
  await file.writeFile(sealed);
  await file.sync();
  const rows = backup.schemas.flatMap(({ tables }) => tables).length;
  console.log(`${path}: ${String(rows)} tables, ${String(backup.keys.size)} keys, ${String(sealed.length)} bytes.`);
  console.log('A backup made while papers of a round are out must be deleted when the round is closed: the console asks for it.');
} catch (error) {
  await rm(path, { force: true });
  throw error;
} finally {
  await file.close();
  await place.close();
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
