import { createContext, useContext } from 'react';

/** Long enough to read ten lines from the last row. */
const PAGE_MS = 12_000;

/** When pages turn: by the server's clock since the scene began, so that every screen of a hall shows the same page. */
export type PageTurn = { readonly now: number; readonly since: number };
export const PageTurnContext = createContext<PageTurn>({ now: 0, since: 0 });

/** The page to show, beginning with the first one. */
export function usePage(pages: number): number {
  const { now, since } = useContext(PageTurnContext);
  return pages <= 1 ? 0 : Math.floor(Math.max(0, now - since) / PAGE_MS) % pages;
}
