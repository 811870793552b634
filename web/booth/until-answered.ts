import { backOff, wait } from '../api/back-off.ts';
import type { CallResult } from '../api/client.ts';

/** Answers after which the same message is sent again: nothing is known, or a fault that passes. */
const PASSING: readonly string[] = ['unreachable', 'unexpected', 'database-unavailable', 'try-again', 'busy', 'too-many-attempts'];

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
  const passing = [...PASSING, ...(more.alsoPassing ?? [])];
  while (!signal.aborted) {
    const answer = await send();
    if (answer.ok || !passing.includes(answer.error.code)) return answer;
    more.onFailure?.();
    await wait(pace.next(), signal);
  }
  return null;
}
