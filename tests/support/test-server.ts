import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '#server/config.ts';
import type { Deps } from '#server/deps.ts';
import { startServer } from '#server/main.ts';
import { freePort, ownConfig } from '#scripts/simulation/own-server.ts';
import { freshDatabase } from './fresh-database.ts';

export type TestServer = {
  /** http://localhost:PORT */
  readonly url: string;
  readonly databaseUrl: string;
  readonly deps: Deps;
  close(): Promise<void>;
};

/** A server of its own: free port, fresh database, private data folder; all gone at close(). */
export async function startTestServer(options: { rehearsal?: boolean; ownBoxDatabase?: boolean; publicOrigin?: string } = {}): Promise<TestServer> {
  const { url: databaseUrl, drop } = await freshDatabase();
  const box = options.ownBoxDatabase === true ? await freshDatabase() : null;
  const dataDir = await mkdtemp(join(tmpdir(), 'vote-test-'));
  const config = await testConfig(dataDir, options.rehearsal ?? true);
  const publicOrigins = options.publicOrigin === undefined ? config.publicOrigins : ([options.publicOrigin] as const);
  const running = await startServer({ ...config, publicOrigins, boxDatabaseUrl: box?.url ?? null }, databaseUrl);
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
  return { ...ownConfig(await freePort(), dataDir), rehearsal };
}
