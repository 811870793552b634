import { useEffect, useState } from 'react';
import { type CongressSummary, listCongresses, readCongress } from '#shared/contract/congress.ts';
import { call } from '../api/client.ts';
import { untilAnswered } from './until-answered.ts';

/** The congress of the address; without one, the only or first rehearsal of this host, so that its letters can be offered. */
export function useCongressAtDoor(congressInUrl: string | null): CongressSummary | null {
  const [congress, setCongress] = useState<CongressSummary | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    void readAtDoor(congressInUrl, stop.signal).then((found) => {
      if (!stop.signal.aborted) setCongress(found);
    });
    return () => stop.abort();
  }, [congressInUrl]);
  return congress;
}

async function readAtDoor(congressInUrl: string | null, signal: AbortSignal): Promise<CongressSummary | null> {
  if (congressInUrl !== null) {
    const named = await untilAnswered(() => call(readCongress, { params: { congressId: congressInUrl } }), signal);
    return named?.ok === true ? named.value : null;
  }
  const all = await untilAnswered(() => call(listCongresses, {}), signal);
  if (all?.ok !== true) return null;
  const [only] = all.value;
  return all.value.length === 1 && only !== undefined ? only : (all.value.find(({ rehearsal }) => rehearsal) ?? null);
}
