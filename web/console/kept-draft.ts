import { useSyncExternalStore } from 'react';

/**
 * Something unfinished of each congress, such as a form half filled in, that outlives the panel which shows it: the
 * clerk may look at another step and come back. It lives as long as the page, in its memory only.
 */
export type KeptDraft<Draft> = {
  readonly use: (congressId: string) => Draft;
  readonly read: (congressId: string) => Draft;
  readonly keep: (congressId: string, draft: Draft) => void;
};

export function keptDraft<Draft>(empty: Draft): KeptDraft<Draft> {
  const drafts = new Map<string, Draft>();
  const listeners = new Set<() => void>();
  const read = (congressId: string) => drafts.get(congressId) ?? empty;
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    read,
    use: (congressId) => useSyncExternalStore(subscribe, () => read(congressId)),
    keep: (congressId, draft) => {
      drafts.set(congressId, draft);
      for (const listener of listeners) listener();
    },
  };
}
