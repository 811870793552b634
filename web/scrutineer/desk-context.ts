import { createContext, useContext } from 'react';
import type { CongressSummary, Project } from '#shared/contract/congress.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import type { Scrutineer } from '#shared/contract/scrutineer.ts';
import type { Keys } from './keys.ts';
import type { Me } from './scrutineer-step.ts';

/** What every card of a signed-in scrutineer works with. */
export type Desk = {
  readonly congress: CongressSummary & { readonly projects: readonly Project[] };
  readonly rounds: readonly RoundDetail[];
  readonly scrutineers: readonly Scrutineer[];
  readonly me: Me & { readonly name: string };
  readonly keys: Keys;
  readonly token: string;
  /** Fetches everything again. */
  readonly refresh: () => Promise<unknown>;
};

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('A scrutineer’s card outside the desk.');
  return desk;
}
