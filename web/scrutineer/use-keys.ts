import { useEffect, useState } from 'react';
import { browserPlatform } from '#shared/ballot-paper/platform-browser.ts';
import type { CodeKind } from '#shared/ballot-paper/secret-code.ts';
import { type Keys, keysOf } from './keys.ts';
import { forgetRoot, keepRoot, readRoot } from './root-store.ts';

export type KeysInHand = {
  /** loading: this tab may still hold the root from before a reload. */
  readonly state: 'loading' | 'none' | 'in-hand';
  readonly keys: Keys | null;
  readonly take: (keys: Keys, kind: CodeKind) => void;
  readonly leave: () => void;
};

/** The keys of this tab: derived again after a reload from the root that the tab keeps. */
export function useKeys(congressId: string): KeysInHand {
  const [held, setHeld] = useState<{ readonly state: KeysInHand['state']; readonly keys: Keys | null }>({ state: 'loading', keys: null });
  useEffect(() => {
    let wanted = true;
    const root = readRoot(congressId);
    const found = root === null ? Promise.resolve(null) : browserPlatform().then((platform) => keysOf(platform, congressId, root));
    void found.then((keys) => {
      if (wanted) setHeld({ state: keys === null ? 'none' : 'in-hand', keys });
    });
    return () => {
      wanted = false;
    };
  }, [congressId]);
  return {
    ...held,
    take: (keys, kind) => {
      keepRoot(congressId, keys.root, kind);
      setHeld({ state: 'in-hand', keys });
    },
    leave: () => {
      forgetRoot(congressId);
      setHeld({ state: 'none', keys: null });
    },
  };
}
