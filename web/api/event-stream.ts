import { congressEvent, EVENTS_PATH, type CongressEvent } from '#shared/contract/publication.ts';
import { addressOf } from './address.ts';
import { backOff, wait } from './back-off.ts';

const SILENCE_MS = 40_000;

/**
 * Reads the event stream by fetch until told to stop, connecting again by itself. `onConnection(true)`
 * comes with every sign of life, beats included, so that tabs which only listen know that it lives.
 */
export async function readStream(
  congressId: string,
  signal: AbortSignal,
  onEvent: (event: CongressEvent) => void,
  onConnection: (connected: boolean) => void,
): Promise<void> {
  const pace = backOff();
  const onLife = () => {
    pace.reset();
    onConnection(true);
  };
  const stopped = () => signal.aborted;
  while (!stopped()) {
    await readOnce(congressId, signal, onEvent, onLife);
    if (stopped()) return;
    onConnection(false);
    await wait(pace.next(), signal);
  }
}

async function readOnce(congressId: string, signal: AbortSignal, onEvent: (event: CongressEvent) => void, onLife: () => void): Promise<void> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  try {
    const response = await fetch(addressOf({ path: EVENTS_PATH }, { params: { congressId } }), {
      signal: AbortSignal.any([signal, silence.signal]),
      cache: 'no-store',
    });
    if (!response.ok || response.body === null) return;
    let rest = '';
    for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
      onLife();
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const event of lines.flatMap(eventOf)) onEvent(event);
    }
  } catch {
    // A cut connection is the ordinary end of a stream; the caller connects again.
  } finally {
    clearTimeout(timer);
  }
}

/** The event of one `data:` line; comments and lines of a later version are passed over. */
export function eventOf(line: string): CongressEvent[] {
  if (!line.startsWith('data:')) return [];
  try {
    const event = congressEvent.safeParse(JSON.parse(line.slice('data:'.length)));
    return event.success ? [event.data] : [];
  } catch {
    return [];
  }
}
