import { join } from 'node:path';
import type { Databases } from '#server/backup/backup.ts';
import type { Config } from '#server/config.ts';
import { runningEmbeddedUrl, startEmbeddedPostgres } from '#server/db/embedded.ts';
import { KeyFolder } from '#server/key-folder.ts';

export type Installation = Databases & {
  readonly keys: KeyFolder;
  /** Stops what was started for this command. */
  close(): Promise<void>;
};

/** Databases and keys of the installation that this environment describes; its own Postgres is started where none runs. */
export async function installation(config: Config): Promise<Installation> {
  const keys = new KeyFolder(join(config.dataDir, 'keys'), config.masterKey);
  const folder = join(config.dataDir, 'postgres');
  const running = config.databaseUrl ?? (await runningEmbeddedUrl(folder, config.databasePassword));
  const own = running === null ? await startEmbeddedPostgres(folder, config.databasePassword) : null;
  const databaseUrl = running ?? own?.url ?? '';
  return { databaseUrl, boxDatabaseUrl: config.boxDatabaseUrl ?? databaseUrl, keys, close: async () => own?.stop() };
}
