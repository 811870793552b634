/**
 * `npm run account-link -- NAME`: a one-time link for an account whose password or phone is lost, when no other clerk
 * can make one. Who can use this terminal decides who may.
 */
import { join } from 'node:path';
import { readConfig } from '#server/config.ts';
import { findAccountsByName } from '#server/db/account.repository.ts';
import { connectDatabase, transact } from '#server/db/client.ts';
import { runningEmbeddedUrl } from '#server/db/embedded.ts';
import { makeLinkIn } from '#server/features/account/account-link.service.ts';

const [name, congressId] = process.argv.slice(2);
const config = await readConfig();
const url = config.databaseUrl ?? (await runningEmbeddedUrl(join(config.dataDir, 'postgres'), config.databasePassword));
if (name === undefined) fail('usage: npm run account-link -- NAME [CONGRESS]');
if (url === null) fail('The installation is not running: start it first, with the same settings.');

const db = connectDatabase(url);
try {
  const found = (await findAccountsByName(db, name)).filter((account) => congressId === undefined || account.congressId === congressId);
  const [account] = found;
  if (account === undefined) fail(`There is no open account of the name ${name}.`);
  if (found.length > 1) fail(`Several congresses have it; name one: ${found.map((one) => `${one.congressId} (${one.congress.title})`).join(', ')}`);
  const made = await transact(db, (tx) => makeLinkIn(tx, { congressId: account.congressId, accountId: account.id, actor: 'terminal' }));
  if (!made.ok) fail(`Refused: ${made.reason}.`);
  console.log(`A new password for ${name}, once, until ${made.value.expiresAt}: ${config.publicOrigins[0]}/account#${made.value.token}`);
} finally {
  await db.$disconnect();
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
