/** `npm run migrate`: brings the databases of DATABASE_URL and BOX_DATABASE_URL to the newest schema. */
import { readConfig } from '#server/config.ts';
import { migrate } from '#server/db/migrate.ts';

const config = await readConfig();
if (config.databaseUrl === null) {
  console.error('DATABASE_URL: set it; the embedded Postgres is migrated by npm start.');
  process.exit(1);
}
const applied = await migrate(config.databaseUrl, config.boxDatabaseUrl ?? config.databaseUrl);
console.log(applied.length === 0 ? 'Nothing to apply.' : applied.map((name) => `applied ${name}`).join('\n'));
