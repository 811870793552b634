import { chmod, mkdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const RUNS_AS_ROOT = process.getuid?.() === 0;

/**
 * A folder that the Postgres user can reach: the wanted one, or, where root starts it below a folder
 * closed to others, one of the system's for lasting data, named after the wanted one.
 */
export async function reachableFolder(wanted: string): Promise<string> {
  if (!RUNS_AS_ROOT || (await isReachable(wanted))) return wanted;
  const name = Buffer.from(resolve(wanted)).toString('base64url').slice(-32);
  return join(await sharedFolder(), `livelihood-vote-${name}`);
}

/** Whether other users can pass through every folder above a path. */
export async function isReachable(path: string): Promise<boolean> {
  for (let folder = dirname(resolve(path)); folder !== dirname(folder); folder = dirname(folder)) {
    const found = await stat(folder).catch(() => null);
    if (found !== null && (found.mode & 0o001) === 0) return false;
  }
  return true;
}

/** Where the system keeps what every user may pass through. */
export async function sharedFolder(): Promise<string> {
  return (await exists('/var/lib')) ? '/var/lib' : tmpdir();
}

/** Makes a private folder, mode 700; root's is 711 so that the Postgres user can pass through to its own. */
export async function makePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, RUNS_AS_ROOT ? 0o711 : 0o700);
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
