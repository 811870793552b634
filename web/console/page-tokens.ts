import { useSyncExternalStore } from 'react';

/** The attributes of the root element by which styles/tokens.css chooses its values. */
const SWITCHES = ['data-theme', 'data-contrast', 'data-text-size', 'lang'];

/** The custom properties of styles/tokens.css as they stand, e.g. `text('--action')`; `pixels` for a length in px. */
export type PageTokens = { readonly text: (name: `--${string}`) => string; readonly pixels: (name: `--${string}`) => number };

/**
 * The tokens of the page; re-renders whenever they may have changed: by the reader's choice here or in another
 * tab, or because the device turned dark. For what cannot read CSS itself.
 */
export function usePageTokens(): PageTokens {
  return useSyncExternalStore(watchRoot, tokensNow);
}

let shown: { readonly look: string; readonly tokens: PageTokens } | null = null;

/** One object for one look, as useSyncExternalStore wants it. */
function tokensNow(): PageTokens {
  const look = SWITCHES.map((name) => document.documentElement.getAttribute(name)).join(' ');
  if (shown?.look !== look) shown = { look, tokens: readTokens() };
  return shown.tokens;
}

function readTokens(): PageTokens {
  const styles = getComputedStyle(document.documentElement);
  const text = (name: string) => styles.getPropertyValue(name).trim();
  return { text, pixels: (name) => Number.parseFloat(text(name)) };
}

function watchRoot(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: SWITCHES });
  return () => observer.disconnect();
}
