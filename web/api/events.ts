import { useEffect, useEffectEvent, useState } from 'react';
import { z } from 'zod/mini';
import { congressEvent, type CongressEvent } from '#shared/contract/publication.ts';
import { holdLock } from './browser-lock.ts';
import { readStream } from './event-stream.ts';

/**
 * Live events of a congress. A browser has six connections to a host and may hold seven tabs, so only one
 * tab, the holder of a lock, reads the stream and tells the others; when it closes, the next one takes over.
 */
const word = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('event'), event: congressEvent }),
  z.object({ kind: z.literal('connection'), connected: z.boolean() }),
  z.object({ kind: z.literal('who-reads') }),
]);
type Word = z.infer<typeof word>;

/** The server sends a beat every 15 s, and the reading tab passes it on. */
const STALE_AFTER_MS = 40_000;

/** Starts to watch; `onConnection(true)` also means: something may have been missed, fetch again. Returns how to stop. */
export function watchCongress(
  congressId: string,
  onEvent: (event: CongressEvent) => void,
  onConnection: (connected: boolean) => void,
): () => void {
  const stop = new AbortController();
  const channel = new BroadcastChannel(`congress/${congressId}`);
  const connection = connectionState(onConnection);
  let reading = false;

  const take = (said: Word) => {
    if (said.kind === 'event') onEvent(said.event);
    if (said.kind === 'connection') connection.say(said.connected);
    if (said.kind === 'who-reads' && reading) channel.postMessage({ kind: 'connection', connected: connection.connected() });
  };
  const say = (said: Word) => {
    take(said);
    if (!stop.signal.aborted) channel.postMessage(said);
  };
  const read = async () => {
    if (stop.signal.aborted) return;
    reading = true;
    await readStream(congressId, stop.signal, (event) => say({ kind: 'event', event }), (connected) => say({ kind: 'connection', connected }));
  };

  channel.onmessage = ({ data }) => {
    const said = word.safeParse(data);
    if (said.success) take(said.data);
  };
  channel.postMessage({ kind: 'who-reads' });
  // One reader for all tabs; a browser without locks (a page without TLS) reads in each.
  void holdLock(`congress/${congressId}`, stop.signal, read);
  return () => {
    stop.abort();
    connection.end();
    channel.close();
  };
}

/** What happens in one moment is fetched once. */
const SOON_MS = 150;
/** A hall of hundreds draws and casts for minutes: each page then asks twice a second, and still shows all within one. */
const SPACING_MS = 500;

/** Fetches again whenever one of the topics moved or the connection came back; many events at once make one fetch. */
export function useCongressEvents(
  congressId: string | null,
  topics: readonly CongressEvent['topic'][],
  refetch: () => unknown,
): { readonly connected: boolean } {
  const [connected, setConnected] = useState(true);
  const again = useEffectEvent(() => void refetch());
  const wanted = useEffectEvent((event: CongressEvent) => topics.includes(event.topic));
  useEffect(() => {
    if (congressId === null) return;
    let due: ReturnType<typeof setTimeout> | null = null;
    let last = 0;
    const soon = () => {
      due ??= setTimeout(() => {
        due = null;
        last = Date.now();
        again();
      }, Math.max(SOON_MS, last + SPACING_MS - Date.now()));
    };
    const stop = watchCongress(
      congressId,
      (event) => wanted(event) && soon(),
      (now) => {
        setConnected(now);
        if (now) soon();
      },
    );
    return () => {
      stop();
      if (due !== null) clearTimeout(due);
    };
  }, [congressId]);
  return { connected };
}

/** Silence counts as lost: a tab that is told nothing must not go on saying that it is up to date. */
function connectionState(tell: (connected: boolean) => void) {
  let connected: boolean | null = null;
  let lastWord = Date.now();
  const set = (next: boolean) => {
    if (next === connected) return;
    connected = next;
    tell(next);
  };
  const timer = setInterval(() => Date.now() - lastWord > STALE_AFTER_MS && set(false), 5_000);
  const lost = () => set(false);
  window.addEventListener('offline', lost);
  return {
    say: (next: boolean) => {
      lastWord = Date.now();
      set(next);
    },
    connected: () => connected === true,
    end: () => {
      clearInterval(timer);
      window.removeEventListener('offline', lost);
    },
  };
}
