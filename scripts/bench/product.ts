import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CHECKOUT } from '#server/checkout.ts';
import { freePort } from '../simulation/own-server.ts';
import type { Child } from './child.ts';

const START = join(CHECKOUT, 'dist/server/start.js');
const PATIENCE_MS = 60_000;

/** The built server exactly as `npm start` runs it, in a process of its own; its memory is what the system counts. */
export async function startProduct(databaseUrl: string, dataDir: string): Promise<Child> {
  const port = await freePort();
  const origin = `http://localhost:${String(port)}`;
  const settings = { PORT: String(port), HOST: '127.0.0.1', PUBLIC_ORIGIN: origin, DATA_DIR: dataDir, DATABASE_URL: databaseUrl };
  // As package.json's `start` sets it: with one arena a thread, what a full hall allocated is not given back.
  const env = { ...process.env, MALLOC_ARENA_MAX: '2', ...settings };
  const server = spawn(process.execPath, [START], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  const stop = async () => {
    server.kill('SIGINT');
    await ended;
  };
  if (!(await isReady(port))) {
    await stop();
    throw new Error('The server of the bench did not become ready.');
  }
  return { port, stop, rssMb: () => Promise.resolve(residentMb(server.pid)) };
}

async function isReady(port: number): Promise<boolean> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const answer = await fetch(`http://127.0.0.1:${String(port)}/api/health`).catch(() => null);
    if (answer?.ok === true) return true;
    await sleep(100);
  }
  return false;
}

function residentMb(pid: number | undefined): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
