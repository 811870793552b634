import { once } from 'node:events';
import type { Server } from 'node:http';
import { join } from 'node:path';
import postgres from 'postgres';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { connectDatabase } from './db/client.ts';
import { migrate } from './db/migrate.ts';
import type { Deps } from './deps.ts';
import { KeyFolder } from './key-folder.ts';
import { plainDoor } from './tls/plain-door.ts';

/** What is being answered gets this long; a connection that only stays open would hold the process for more than a minute. */
const LONGEST_GOODBYE_MS = 10_000;

export type RunningServer = { readonly url: string; readonly deps: Deps; close(): Promise<void> };

/** Migrates, builds the app and listens; closes gracefully. The only place that listens. */
export async function startServer(config: Config, databaseUrl: string): Promise<RunningServer> {
  const boxDatabaseUrl = config.boxDatabaseUrl ?? databaseUrl;
  await migrate(databaseUrl, boxDatabaseUrl);
  const deps = connect(config, databaseUrl, boxDatabaseUrl);
  const app = await buildApp(deps, { databaseUrl });
  await app.listen({ port: config.port, host: config.host });
  const door = await openPlainDoor(config).catch(async (error: unknown) => {
    await app.close();
    await disconnect(deps);
    throw error;
  });
  const [address] = app.addresses();
  return {
    // The certificate does not name localhost.
    url: config.tls === null ? `http://localhost:${String(typeof address === 'object' ? address.port : config.port)}` : config.publicOrigins[0],
    deps,
    close: async () => {
      door?.close();
      door?.closeAllConnections();
      const late = setTimeout(() => app.server.closeAllConnections(), LONGEST_GOODBYE_MS);
      await app.close().finally(() => clearTimeout(late));
      await disconnect(deps);
    },
  };
}

async function openPlainDoor({ tls, httpPort, host, publicOrigins: [origin] }: Config): Promise<Server | null> {
  if (tls === null || httpPort === null) return null;
  const door = plainDoor({ origin, authority: tls.authority });
  door.listen(httpPort, host);
  await once(door, 'listening');
  return door;
}

/** Opens the databases and the key folder. */
export function connect(config: Config, databaseUrl: string, boxDatabaseUrl: string): Deps {
  return {
    config,
    db: connectDatabase(databaseUrl),
    boxSql: postgres(boxDatabaseUrl, { max: 8, onnotice: () => undefined, connection: { search_path: 'box' } }),
    keys: new KeyFolder(join(config.dataDir, 'keys'), config.masterKey),
  };
}

export async function disconnect(deps: Deps): Promise<void> {
  await deps.db.$disconnect();
  await deps.boxSql.end({ timeout: 2 });
}
