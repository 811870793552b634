import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Config } from '#server/config.ts';
import { startTemporaryPostgres } from '#server/db/embedded.ts';
import { startServer } from '#server/main.ts';

export type OwnServer = { readonly url: string; readonly databaseUrl: string; close(): Promise<void> };

/** A rehearsal server with a database of its own on this machine's loopback; both are gone when it is closed. */
export async function startOwnServer(): Promise<OwnServer> {
  const database = await startTemporaryPostgres();
  try {
    const config = ownConfig(await freePort(), join(database.folder, 'data'));
    const server = await startServer(config, database.url);
    const close = async () => {
      await server.close();
      await database.stop();
    };
    return { url: server.url, databaseUrl: database.url, close };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

export function ownConfig(port: number, dataDir: string): Config {
  return {
    port,
    host: 'localhost',
    publicOrigins: [`http://localhost:${String(port)}`],
    dataDir,
    databaseUrl: null,
    boxDatabaseUrl: null,
    masterKey: randomBytes(32),
    jwtSecret: randomBytes(32).toString('hex'),
    databasePassword: '',
    rehearsal: true,
    tls: null,
    httpPort: null,
  };
}

export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? done(address.port) : failed(new Error('no free port'))));
    });
  });
}
