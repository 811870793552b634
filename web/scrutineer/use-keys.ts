import { useEffect, useEffectEvent, useState } from 'react';
import { toBase64url } from '#shared/ballot-paper/base64url.ts';
import { browserPlatform } from '#shared/ballot-paper/platform-browser.ts';
import type { CodeKind } from '#shared/ballot-paper/secret-code.ts';
import { type Keys, keysOf } from './keys.ts';
import { forgetBegunWork } from './long-work.ts';
import { forgetRoot, keepRoot, markKeyHeld, readRoot, whenForgottenElsewhere } from './root-store.ts';
import { forgetDrafts } from './use-draft.ts';
import { openings } from './use-opening.ts';
import { verifications } from './use-verification.ts';

export type KeysInHand = {
  /** loading: this browser may still hold the root. left: it was cleared a moment ago. */
  readonly state: 'loading' | 'none' | 'left' | 'in-hand';
  readonly keys: Keys | null;
  readonly take: (keys: Keys, kind: CodeKind) => void;
  readonly leave: () => void;
};

/** The keys of this browser: derived again from the root that it keeps. */
export function useKeys(congressId: string): KeysInHand {
  const [held, setHeld] = useState<Pick<KeysInHand, 'state' | 'keys'>>({ state: 'loading', keys: null });
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
  const leave = () => {
    forgetRoot(congressId);
    forgetBegunWork();
    forgetDrafts();
    openings.forget();
    verifications.forget();
    setHeld({ state: 'left', keys: null });
  };
  return {
    ...held,
    take: (keys, kind) => {
      keepRoot(congressId, keys.root, kind);
      if (kind === 'real') markKeyHeld(congressId, toBase64url(keys.sign.publicKey));
      setHeld({ state: 'in-hand', keys });
    },
    leave,
  };
}

/** Leaving in one tab is leaving in all of them. */
export function useLeftElsewhere(congressId: string, leave: () => void): void {
  const hear = useEffectEvent(leave);
  useEffect(() => whenForgottenElsewhere(congressId, () => hear()), [congressId]);
}
