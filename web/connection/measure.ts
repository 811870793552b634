import { health, readBundle } from '#shared/contract/service.ts';
import { readPublicOrigin } from '#shared/contract/network.ts';
import { call } from '../api/client.ts';

const ROUND_TRIPS = 10;

/** Milliseconds by which this device's clock is ahead of the server's, to the second that HTTP tells; null without an answer. */
export async function clockAhead(): Promise<number | null> {
  try {
    const before = Date.now();
    const response = await fetch(health.path, { cache: 'no-store' });
    const server = Date.parse(response.headers.get('date') ?? '');
    // The header is cut to the second: half a second is its middle.
    return Number.isNaN(server) ? null : (before + Date.now()) / 2 - (server + 500);
  } catch {
    return null;
  }
}

/** The middle one of several requests one after another, in milliseconds; null where one got no answer. */
export async function roundTrip(): Promise<number | null> {
  const took: number[] = [];
  for (let index = 0; index < ROUND_TRIPS; index += 1) {
    const started = performance.now();
    const answer = await call(readPublicOrigin, {});
    if (!answer.ok) return null;
    took.push(performance.now() - started);
  }
  return took.toSorted((a, b) => a - b)[ROUND_TRIPS / 2] ?? null;
}

export type Download = { readonly kilobytes: number; readonly ms: number };

/** Fetches the voting page's program anew, as a phone does that was never here; null where a part did not come. */
export async function boothDownload(): Promise<Download | null> {
  const bundle = await call(readBundle, {});
  if (!bundle.ok) return null;
  const started = performance.now();
  try {
    const sizes = await Promise.all(bundle.value.files.map(({ path }) => sizeOf(`/${path}`)));
    return { kilobytes: sizes.reduce((sum, size) => sum + size, 0) / 1000, ms: performance.now() - started };
  } catch {
    return null;
  }
}

/** Bytes as they travelled, packed, where the browser tells; else those that came out. */
async function sizeOf(path: string): Promise<number> {
  const response = await fetch(path, { cache: 'no-store' });
  if (!response.ok) throw new Error(path);
  const unpacked = (await response.arrayBuffer()).byteLength;
  const entry = performance.getEntriesByName(new URL(path, window.location.href).href).at(-1);
  return entry instanceof PerformanceResourceTiming && entry.encodedBodySize > 0 ? entry.encodedBodySize : unpacked;
}

const SCRATCH = 'connection-check';
const PATIENCE_MS = 4_000;

/** Whether this browser keeps what is put into it; the trial is taken out again. */
export async function keepsThings(): Promise<boolean> {
  try {
    localStorage.setItem(SCRATCH, '1');
    const kept = localStorage.getItem(SCRATCH) === '1';
    localStorage.removeItem(SCRATCH);
    const database = await within(opened(indexedDB.open(SCRATCH, 1)));
    database.close();
    await within(opened(indexedDB.deleteDatabase(SCRATCH)));
    return kept;
  } catch {
    return false;
  }
}

function opened<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser does not open its storage.'));
  });
}

/** Some browsers answer nothing at all when they are asked for their storage. */
function within<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('No answer.')), PATIENCE_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
