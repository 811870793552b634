import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { findBinaries, postgresUser } from './postgres-binaries.ts';
import type { PostgresBinaries, PostgresUser } from './postgres-binaries.ts';
import { exists, isReachable, makePrivateFolder, sharedFolder } from './reachable-folder.ts';

export type EmbeddedDatabase = {
  /** Connection URL of the database `vote`. */
  readonly url: string;
  stop(): Promise<void>;
};

const READY = 'database system is ready to accept connections';

/**
 * Starts the Postgres that ships as a package, in `folder`, on a free loopback port, and makes the
 * database `vote` the first time. A server that an ended process left behind is stopped first.
 * fsync stays on: a receipt means that the ballot is on the disk.
 */
export async function startEmbeddedPostgres(folder: string, password: string): Promise<EmbeddedDatabase> {
  await stopOrphan(folder);
  const binaries = await findBinaries();
  const user = postgresUser();
  if (!(await exists(join(folder, 'PG_VERSION')))) await initialise(binaries, user, folder, password);
  const port = await freePort();
  const child = await start(binaries, user, folder, port);
  const address = `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${String(port)}`;
  await ensureDatabase(address);
  return { url: `${address}/vote`, stop: () => stop(child) };
}

/** URL of the embedded Postgres that another process runs in `folder`, or null where none runs. */
export async function runningEmbeddedUrl(folder: string, password: string): Promise<string | null> {
  const pidFile = join(folder, 'postmaster.pid');
  if (!(await exists(pidFile))) return null;
  const [pid, , , port] = (await readFile(pidFile, 'utf8')).split('\n');
  if (!(await isPostgres(Number(pid)))) return null;
  return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port ?? ''}/vote`;
}

/** A database that is gone when it is stopped: for tests, the bench, the simulation and new migrations. */
export async function startTemporaryPostgres(): Promise<EmbeddedDatabase & { readonly folder: string }> {
  const parent = (await isReachable(join(tmpdir(), 'vote'))) ? tmpdir() : await sharedFolder();
  const folder = await mkdtemp(join(parent, 'vote-'));
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

async function initialise(binaries: PostgresBinaries, user: PostgresUser, folder: string, password: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const passwordFile = join(folder, '..', `.initial-${randomBytes(6).toString('hex')}`);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    await chown(folder, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  try {
    const flags = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-instructions'];
    await finished(spawn(binaries.initdb, [`--pgdata=${folder}`, `--pwfile=${passwordFile}`, ...flags], { ...user, cwd: folder }));
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function start(binaries: PostgresBinaries, user: PostgresUser, folder: string, port: number): Promise<ChildProcess> {
  const settings = [
    'listen_addresses=127.0.0.1',
    // No socket file in a folder that others share.
    'unix_socket_directories=',
    'max_connections=100',
    // One server, no replica and no archive: the log that they need would keep the order of casts.
    'wal_level=minimal',
    'max_wal_senders=0',
  ];
  const child = spawn(binaries.postgres, ['-D', folder, '-p', String(port), ...settings.flatMap((one) => ['-c', one])], {
    ...user,
    cwd: folder,
    // A group of its own: Ctrl-C reaches us first, and we stop it last.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // A process that ends without stop(), by an exception say, takes its Postgres along.
  const endToo = () => child.kill('SIGINT');
  process.once('exit', endToo);
  child.once('exit', () => process.off('exit', endToo));
  return new Promise((ready, failed) => {
    const log: string[] = [];
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      log.push(text);
      if (log.length > 50) log.shift();
      if (text.includes(READY)) ready(child);
    });
    child.once('error', failed);
    child.once('exit', () => failed(new Error(`The embedded Postgres in ${folder} ended:\n${log.join('')}`)));
  });
}

async function ensureDatabase(address: string): Promise<void> {
  const sql = postgres(`${address}/postgres`, { max: 1, onnotice: () => undefined });
  try {
    const found = await sql`SELECT 1 FROM pg_database WHERE datname = 'vote'`;
    if (found.length === 0) await sql`CREATE DATABASE vote`;
  } finally {
    await sql.end();
  }
}

/** SIGINT is Postgres's fast shutdown: running transactions are rolled back, nothing that was committed is lost. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGINT');
  await ended;
}

async function finished(child: ChildProcess): Promise<void> {
  const log: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => log.push(text));
  const code = await new Promise<number | null>((done, failed) => child.once('error', failed).once('close', done));
  if (code !== 0) throw new Error(`initdb failed:\n${log.join('')}`);
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
