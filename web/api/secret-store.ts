import type { z } from 'zod/mini';

/**
 * What must outlive a reload on a delegate's own device, in IndexedDB: the paper seed before it is used,
 * the finished cast message before it is sent, the receipt. One record per congress, round and letter
 * (in a rehearsal several delegates share one browser).
 */
export type SecretPlace = { readonly congressId: string; readonly roundId: string; readonly letterKey: string };

const DATABASE = 'booth';
const STORE = 'rounds';

/** The record of a place, or null. A record that does not parse is treated as absent, never guessed at. */
export async function readSecrets<S extends z.ZodMiniType>(place: SecretPlace, schema: S): Promise<z.output<S> | null> {
  const database = await open();
  const value: unknown = await asked(database.transaction(STORE).objectStore(STORE).get(keyOf(place)));
  database.close();
  return schema.safeParse(value).data ?? null;
}

/** Writes the whole record; resolves only when the browser has it on disk. */
export async function writeSecrets(place: SecretPlace, record: unknown): Promise<void> {
  const database = await open();
  const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
  transaction.objectStore(STORE).put(record, keyOf(place));
  await finished(transaction);
  database.close();
}

/** All records of one letter in one congress that parse, with their rounds. */
export async function listSecrets<S extends z.ZodMiniType>(
  of: Omit<SecretPlace, 'roundId'>,
  schema: S,
): Promise<readonly { readonly roundId: string; readonly record: z.output<S> }[]> {
  const database = await open();
  const store = database.transaction(STORE).objectStore(STORE);
  const range = rangeOf(of);
  const [keys, values] = await Promise.all([asked(store.getAllKeys(range)), asked<unknown[]>(store.getAll(range))]);
  database.close();
  return values.flatMap((value, index) => {
    const key = keys[index];
    const parsed = schema.safeParse(value);
    return parsed.success && typeof key === 'string' ? [{ roundId: key.split('/')[2] ?? '', record: parsed.data }] : [];
  });
}

/** Removes all that this browser keeps of any letter. A browser that keeps nothing yet is left so. */
export async function forgetSecrets(): Promise<void> {
  await asked(indexedDB.deleteDatabase(DATABASE));
}

function rangeOf({ congressId, letterKey }: Omit<SecretPlace, 'roundId'>): IDBKeyRange {
  const start = `${congressId}/${letterKey}/`;
  return IDBKeyRange.bound(start, `${start}\uffff`);
}

function keyOf({ congressId, letterKey, roundId }: SecretPlace): string {
  return `${congressId}/${letterKey}/${roundId}`;
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return asked(request);
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser could not read its own storage.'));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    const fail = () => reject(transaction.error ?? new Error('The browser could not write its own storage.'));
    transaction.onerror = fail;
    transaction.onabort = fail;
  });
}
