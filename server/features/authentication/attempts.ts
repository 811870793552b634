import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 8000;
const MOST_WAITING = 5;
const MOST_NAMES = 2000;

type Line = { failures: number; waiting: number; turn: Promise<unknown> };
export type AttemptResult = 'right' | 'wrong' | 'too-many';

/**
 * Slows guessing down and locks nobody out: tries of one name from one address take turns, and each turn
 * after a failure waits twice as long as the one before, 8 s at most. The right password clears the count.
 * In memory, for a bounded number of names.
 */
export class Attempts {
  readonly #lines = new Map<string, Line>();
  readonly #closing = new AbortController();

  async try(name: string, isRight: () => Promise<boolean>): Promise<AttemptResult> {
    const line = this.#lineOf(name);
    if (line.waiting >= MOST_WAITING) return 'too-many';
    line.waiting += 1;
    const turn = line.turn.then(() => this.#takeTurn(name, line, isRight));
    line.turn = turn.catch(() => undefined);
    return turn;
  }

  async #takeTurn(name: string, line: Line, isRight: () => Promise<boolean>): Promise<AttemptResult> {
    try {
      if (line.failures > 0) await this.#wait(line.failures);
      const right = await isRight();
      line.failures = right ? 0 : line.failures + 1;
      return right ? 'right' : 'wrong';
    } finally {
      line.waiting -= 1;
      if (line.failures === 0 && line.waiting === 0) this.#lines.delete(name);
    }
  }

  async #wait(failures: number): Promise<void> {
    const wait = Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS);
    await sleep(wait, undefined, { signal: this.#closing.signal }).catch(() => undefined);
  }

  /** The server closes: nobody waits any longer. */
  close(): void {
    this.#closing.abort();
  }

  #lineOf(name: string): Line {
    const known = this.#lines.get(name);
    if (known !== undefined) return known;
    if (this.#lines.size >= MOST_NAMES) this.#forgetOldest();
    const line: Line = { failures: 0, waiting: 0, turn: Promise.resolve() };
    this.#lines.set(name, line);
    return line;
  }

  #forgetOldest(): void {
    for (const [name, line] of this.#lines) {
      if (line.waiting > 0) continue;
      this.#lines.delete(name);
      return;
    }
  }
}
