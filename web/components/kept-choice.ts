import { useSyncExternalStore } from 'react';

export type KeptChoice<Value extends string> = {
  readonly current: () => Value;
  readonly choose: (value: Value) => void;
  /** Re-renders when the choice changes, in this tab or in another. */
  readonly use: () => Value;
};

/**
 * One choice of this device's reader, kept in the browser (localStorage, under `key`) and followed in every
 * tab. `show` puts it on the page, once at the start and at each change. A browser that keeps nothing holds
 * the choice as long as the page.
 */
export function keptChoice<const Value extends string>(options: {
  readonly key: string;
  readonly values: readonly Value[];
  readonly fallback: Value;
  readonly show: (value: Value) => void;
}): KeptChoice<Value> {
  const { key, values, fallback, show } = options;
  const listeners = new Set<() => void>();

  function readKept(): Value {
    try {
      const kept = localStorage.getItem(key);
      return values.find((value) => value === kept) ?? fallback;
    } catch {
      return fallback;
    }
  }

  function keep(value: Value): void {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Private windows and some school tablets refuse: the choice lasts as long as the page.
    }
  }

  let chosen = readKept();
  show(chosen);

  function change(value: Value): void {
    if (value === chosen) return;
    chosen = value;
    show(value);
    for (const listener of listeners) listener();
  }

  function followOtherTab(event: StorageEvent): void {
    if (event.key === key) change(readKept());
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  // For the life of the page: what the choice shows on it follows also while no part of the page reads it.
  window.addEventListener('storage', followOtherTab);

  const current = () => chosen;
  return {
    current,
    choose: (value) => {
      keep(value);
      change(value);
    },
    use: () => useSyncExternalStore(subscribe, current),
  };
}
