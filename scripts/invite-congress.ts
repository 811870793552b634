/** `npm run invite`: a one-time link with which a clerk makes a further congress on the running real installation. */
import { join } from 'node:path';
import { readConfig } from '#server/config.ts';
import { connectDatabase } from '#server/db/client.ts';
import { runningEmbeddedUrl } from '#server/db/embedded.ts';
import { makeSetupLink } from '#server/features/setup/setup.service.ts';

const config = await readConfig();
const url = config.databaseUrl ?? (await runningEmbeddedUrl(join(config.dataDir, 'postgres'), config.databasePassword));
if (url === null) {
  console.error('The installation is not running: start it first, with the same settings.');
  process.exit(1);
}
const db = connectDatabase(url);
console.log(`A further congress, once: ${config.publicOrigins[0]}/setup#${await makeSetupLink({ db })}`);
await db.$disconnect();
