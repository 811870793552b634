import { backOff, wait } from '../api/back-off.ts';
import type { CallResult } from '../api/client.ts';

/**
 * Answers after which the same message is sent again: nothing is known, or a fault that passes. A nonce that
 * was too old on a slow line, and a login session that ended between two messages, are made anew.
 */
const PASSING: readonly string[] = [
  'unreachable', 'unexpected', 'database-unavailable', 'try-again', 'busy', 'too-many-attempts', 'nonce-used', 'not-signed-in',
];

export function isPassing(code: string): boolean {
  return PASSING.includes(code);
}

/**
 * Repeats a message with growing pauses until it is answered for good. Null when told to stop.
 * `alsoPassing` names refusals that this message waits out.
 */
export async function untilAnswered<T>(
  send: () => Promise<CallResult<T>>,
  signal: AbortSignal,
  more: { readonly onFailure?: () => void; readonly alsoPassing?: readonly string[] } = {},
): Promise<CallResult<T> | null> {
  const pace = backOff();
  while (!signal.aborted) {
    const answer = await send();
    if (answer.ok || !(isPassing(answer.error.code) || more.alsoPassing?.includes(answer.error.code) === true)) return answer;
    more.onFailure?.();
    await wait(pace.next(), signal);
  }
  return null;
}
