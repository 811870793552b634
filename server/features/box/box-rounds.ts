import type { Sql } from 'postgres';
import type { BoxGate } from '#shared/ballot-paper/ballot.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { readBoxRound } from '../../db/box.repository.ts';

/** A discarded manifest gives the round other keys: what was read is believed this long. */
const BELIEVED_MS = 1_000;

type Entry = { readonly gate: Promise<BoxGate | null>; readonly readAt: number };

/**
 * What casts are checked against, read at most once a second for each round. The state of the round is
 * not among it: the database is asked for that at every insert.
 */
export class BoxRounds {
  readonly #sql: Sql;
  readonly #entries = new Map<string, Entry>();

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Null where no box is set up for the round. */
  find(roundId: string): Promise<BoxGate | null> {
    const known = this.#entries.get(roundId);
    const now = Date.now();
    if (known !== undefined && now - known.readAt < BELIEVED_MS) return known.gate;
    const gate = this.#read(roundId);
    this.#entries.set(roundId, { gate, readAt: now });
    const forget = () => this.#entries.delete(roundId);
    gate.then((found) => found === null && forget(), forget);
    return gate;
  }

  async #read(roundId: string): Promise<BoxGate | null> {
    const round = await readBoxRound(this.#sql, roundId);
    if (round === null) return null;
    const isStamp = await NODE_PLATFORM.stampChecker(round.paperKey);
    if (isStamp === null) throw new Error(`The box of round ${roundId} names no stamp key.`);
    return { mh: new Uint8Array(round.manifestHash), t: round.threshold, n: round.scrutineers, isStamp };
  }
}
