import type { CongressEvent } from '#shared/contract/publication.ts';
import type { Database } from './db/client.ts';
import { announceChange } from './db/event.repository.ts';
import { isDatabaseAway } from './db/failure.ts';

/** In a watched hall a count of ballots that moves at once tells who just cast. */
export const RECEIVED_DELAY_MS = 5_000;
/** Who draws a paper is no secret; a hall that draws at once makes a few announcements, not thousands. */
export const ISSUED_DELAY_MS = 400;

/**
 * Announces at most once per delay that papers were issued or ballots received, never at the moment of
 * the act itself. What is not told when the process ends is told by the next act.
 */
export class DelayedNews {
  readonly #db: Database;
  readonly #topic: CongressEvent['topic'];
  readonly #delayMs: number;
  readonly #congressOf: (key: string) => Promise<string | null>;
  readonly #waiting = new Map<string, NodeJS.Timeout>();

  /** @param congressOf the congress of what `tell` names; by itself that is the congress */
  constructor(
    db: Database,
    topic: CongressEvent['topic'],
    delayMs: number,
    congressOf = (key: string): Promise<string | null> => Promise.resolve(key),
  ) {
    this.#db = db;
    this.#topic = topic;
    this.#delayMs = delayMs;
    this.#congressOf = congressOf;
  }

  tell(key: string): void {
    if (this.#waiting.has(key)) return;
    this.#waiting.set(key, setTimeout(() => void this.#announce(key), this.#delayMs).unref());
  }

  stop(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }

  async #announce(key: string): Promise<void> {
    this.#waiting.delete(key);
    try {
      const congressId = await this.#congressOf(key);
      if (congressId !== null) await announceChange(this.#db, congressId, this.#topic);
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      this.tell(key);
    }
  }
}
