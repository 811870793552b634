import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '#server/config.ts';
import type { Deps } from '#server/deps.ts';
import { startServer } from '#server/main.ts';
import { freshDatabase } from './fresh-database.ts';

export type TestServer = {
  /** http://localhost:PORT */
  readonly url: string;
  readonly databaseUrl: string;
  readonly deps: Deps;
  close(): Promise<void>;
};

/** A server of its own: free port, fresh database, private data folder; all gone at close(). */
export async function startTestServer(options: { rehearsal?: boolean; ownBoxDatabase?: boolean } = {}): Promise<TestServer> {
  const { url: databaseUrl, drop } = await freshDatabase();
  const box = options.ownBoxDatabase === true ? await freshDatabase() : null;
  const dataDir = await mkdtemp(join(tmpdir(), 'vote-test-'));
  const running = await startServer({ ...(await testConfig(dataDir, options.rehearsal ?? true)), boxDatabaseUrl: box?.url ?? null }, databaseUrl);
  return {
    url: running.url,
    databaseUrl,
    deps: running.deps,
    close: async () => {
      await running.close();
      await drop();
      await box?.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export async function testConfig(dataDir: string, rehearsal: boolean): Promise<Config> {
  const port = await freePort();
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
    rehearsal,
    tls: null,
  };
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? done(address.port) : failed(new Error('no free port'))));
    });
  });
}
