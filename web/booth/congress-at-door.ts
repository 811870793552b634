import { useEffect, useState } from 'react';
import { type CongressSummary, listCongresses, readCongress } from '#shared/contract/congress.ts';
import { call } from '../api/client.ts';

/** The congress of the address; without one, the only or first rehearsal of this host, so that its letters can be offered. */
export function useCongressAtDoor(congressInUrl: string | null): CongressSummary | null {
  const [congress, setCongress] = useState<CongressSummary | null>(null);
  useEffect(() => {
    let gone = false;
    void readAtDoor(congressInUrl).then((found) => {
      if (!gone) setCongress(found);
    });
    return () => {
      gone = true;
    };
  }, [congressInUrl]);
  return congress;
}

async function readAtDoor(congressInUrl: string | null): Promise<CongressSummary | null> {
  if (congressInUrl !== null) {
    const named = await call(readCongress, { params: { congressId: congressInUrl } });
    return named.ok ? named.value : null;
  }
  const all = await call(listCongresses, {});
  if (!all.ok) return null;
  const [only] = all.value;
  return all.value.length === 1 && only !== undefined ? only : (all.value.find(({ rehearsal }) => rehearsal) ?? null);
}
