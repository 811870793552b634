import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';

type DataFolder = Pick<Config, 'dataDir'>;

/** Process id of the server that runs on this data folder, or null; a process that was killed leaves no lock behind. */
export function runningServer({ dataDir }: DataFolder): number | null {
  const other = Number(readText(lockFile(dataDir)));
  return Number.isInteger(other) && other > 0 && other !== process.pid && isOurs(other) ? other : null;
}

/** Two installations must not share a data folder: whoever holds the lock is alone on it. */
export function takeDataLock({ dataDir }: DataFolder): { readonly release: () => void } {
  const handle = openSync(lockFile(dataDir), 'w', 0o600);
  writeSync(handle, String(process.pid));
  closeSync(handle);
  return { release: () => rmSync(lockFile(dataDir), { force: true }) };
}

function lockFile(dataDir: string): string {
  return join(dataDir, 'server.pid');
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function isOurs(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // After a restart of the machine the number may belong to something else.
  return process.platform !== 'linux' || readText(`/proc/${String(pid)}/cmdline`).includes('start');
}
