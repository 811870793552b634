import { useSyncExternalStore } from 'react';
import { listSecrets, readSecrets, writeSecrets } from '../api/secret-store.ts';
import { keptJson, keptRound } from './kept-round.ts';
import { memoryStore, type RoundStore } from './round-store.ts';

/** Some browsers answer nothing at all when they are asked for their storage. */
const PATIENCE_MS = 4_000;

const refused = { yes: false };
const listeners = new Set<() => void>();

/**
 * Keeps rounds in the browser's storage, and in the memory of the page as well: a browser that refuses to keep
 * (a private window, a full disk, storage blocked by policy) or whose storage is cleared while a delegate
 * chooses must not cost the ballot. What lies in the storage goes first: another tab may have written it.
 */
export function deviceStore(): RoundStore {
  const memory = memoryStore();
  return {
    lasting: true,
    read: async (place) => (await asked(() => readSecrets(place, keptRound))) ?? memory.read(place),
    write: async (place, record) => {
      await memory.write(place, record);
      await asked(() => writeSecrets(place, keptJson(record)));
    },
    list: async (of) => (await asked(() => listSecrets(of, keptRound))) ?? memory.list(of),
  };
}

/** This browser refused to keep something: the page must stay open until the ballot is in the box. */
export function useKeepsNothing(): boolean {
  return useSyncExternalStore(subscribe, () => refused.yes);
}

/** Null where the browser refuses. Once it did, it is asked again at every turn: it may be a passing fault. */
async function asked<T>(storage: () => Promise<T>): Promise<T | null> {
  try {
    return await withinTime(storage());
  } catch {
    tellRefused();
    return null;
  }
}

function withinTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The browser does not answer for its storage.')), PATIENCE_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function tellRefused(): void {
  if (refused.yes) return;
  refused.yes = true;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
