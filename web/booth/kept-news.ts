import type { SecretPlace } from '../api/secret-store.ts';

/** Tells this page's own words from those of other tabs. */
const PAGE = String(Math.random());

/** Two tabs with one letter must tell the same story: who kept something tells the others to read it. */
export function tellKept(place: SecretPlace): void {
  const channel = channelOf(place);
  channel?.postMessage(PAGE);
  channel?.close();
}

/** Calls back when another tab of this browser kept something of this letter's round. Returns how to stop. */
export function onKeptElsewhere(place: SecretPlace, onNews: () => void): () => void {
  const channel = channelOf(place);
  if (channel !== null) {
    channel.onmessage = ({ data }) => {
      if (data !== PAGE) onNews();
    };
  }
  return () => channel?.close();
}

/** Null in a browser that has no channels between tabs, or is allowed none. */
function channelOf({ letterKey, roundId }: SecretPlace): BroadcastChannel | null {
  try {
    return new BroadcastChannel(`booth/${letterKey}/${roundId}`);
  } catch {
    return null;
  }
}
