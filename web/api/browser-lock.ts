/** Turns of this page where the browser gives no locks: what is asked for under one name runs one after the other. */
const turns = new Map<string, Promise<void>>();

/**
 * Runs `act` alone under a name, over all tabs of the browser. A browser without locks (a page without TLS, or
 * one that is allowed no storage) serves the tabs of its own page only. When told to stop before its turn, it
 * resolves without having acted.
 */
export async function holdLock(name: string, signal: AbortSignal, act: () => Promise<void>): Promise<void> {
  const turn = { begun: false };
  const begin = () => {
    turn.begun = true;
    return act();
  };
  const locks: LockManager | undefined = 'locks' in navigator ? navigator.locks : undefined;
  try {
    await (locks === undefined ? inTurn(name, signal, begin) : locks.request(name, { signal }, begin));
  } catch (error) {
    if (signal.aborted) return;
    if (turn.begun) throw error;
    await inTurn(name, signal, begin);
  }
}

function inTurn(name: string, signal: AbortSignal, act: () => Promise<void>): Promise<void> {
  const turn = (turns.get(name) ?? Promise.resolve()).then(() => (signal.aborted ? undefined : act()));
  turns.set(name, turn.catch(() => undefined));
  return turn;
}
