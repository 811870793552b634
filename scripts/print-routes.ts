/** `npm run routes`: every endpoint x role, as the running application registers them. */
import { randomBytes } from 'node:crypto';
import { readConfig } from '#server/config.ts';
import { buildApp } from '#server/app.ts';
import { startTemporaryPostgres } from '#server/db/embedded.ts';
import { connect, disconnect } from '#server/main.ts';
import { ROLES } from '#shared/contract/endpoint.ts';

const database = await startTemporaryPostgres();
try {
  const config = await readConfig({ DATA_DIR: database.folder, MASTER_KEY: randomBytes(32).toString('hex') });
  const deps = connect(config, database.url, database.url);
  const routes: { path: string; method: string; who: readonly string[] }[] = [];
  const app = await buildApp(deps, {
    databaseUrl: database.url,
    onRoute: ({ method, url, config: { who } = {} }) => {
      for (const one of [method].flat()) if (one !== 'HEAD') routes.push({ path: url, method: one, who: who ?? [] });
    },
  });
  await app.ready();
  printTable(routes);
  await app.close();
  await disconnect(deps);
} finally {
  await database.stop();
}

function printTable(routes: readonly { path: string; method: string; who: readonly string[] }[]): void {
  const width = Math.max(...routes.map(({ path }) => path.length));
  console.log(`${'endpoint'.padEnd(width + 8)}${ROLES.map((role) => role.padEnd(12)).join('')}`);
  const sorted = [...routes].sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method));
  for (const { path, method, who } of sorted) {
    const open = who.length === 0 || who.includes('public');
    const marks = ROLES.map((role) => (open || who.includes(role) ? 'yes' : '-').padEnd(12)).join('');
    console.log(`${method.padEnd(8)}${path.padEnd(width)}${marks}`);
  }
}
