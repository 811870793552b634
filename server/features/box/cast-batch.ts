import type { BoxRow, BoxState, Deposit, Deposits } from '../../db/box.repository.ts';

/** A batch waits this long for more casts, in milliseconds, or until it is full. */
export const BATCH_WAIT_MS = 5;
export const BATCH_ROWS = 32;
/** A database that answers nothing for this long counts as away; a resent ballot then gets its receipt. */
const GIVE_UP_MS = 8_000;

export type Deposited = { readonly deposit: Deposit; readonly state: BoxState | null };
type Insert = (roundId: string, rows: readonly BoxRow[]) => Promise<Deposits>;
type Waiting = { readonly row: BoxRow; readonly done: (result: Deposited) => void; readonly failed: (error: unknown) => void };
type Batch = { readonly waiting: Waiting[]; readonly timer: NodeJS.Timeout };

export class BoxAwayError extends Error {}

/**
 * Casts that arrive together share one insert. That spares the database, and no row of the box tells
 * which of a batch came first.
 */
export class CastBatches {
  readonly #insert: Insert;
  readonly #batches = new Map<string, Batch>();

  constructor(insert: Insert) {
    this.#insert = insert;
  }

  /** Resolves once the ballot is durably in the box, or it is known why not. */
  deposit(roundId: string, row: BoxRow): Promise<Deposited> {
    return new Promise((done, failed) => {
      const batch = this.#batches.get(roundId) ?? this.#begin(roundId);
      batch.waiting.push({ row, done, failed });
      if (batch.waiting.length >= BATCH_ROWS) this.#send(roundId, batch);
    });
  }

  #begin(roundId: string): Batch {
    const batch: Batch = { waiting: [], timer: setTimeout(() => this.#send(roundId, batch), BATCH_WAIT_MS) };
    this.#batches.set(roundId, batch);
    return batch;
  }

  #send(roundId: string, { waiting, timer }: Batch): void {
    clearTimeout(timer);
    this.#batches.delete(roundId);
    withinTime(this.#insert(roundId, waiting.map(({ row }) => row))).then(
      ({ state, deposits }) => waiting.forEach(({ done }, index) => done({ state, deposit: deposits[index] ?? 'refused' })),
      (error: unknown) => waiting.forEach(({ failed }) => failed(error)),
    );
  }
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_done, failed) => {
    timer = setTimeout(() => failed(new BoxAwayError('The box database does not answer.')), GIVE_UP_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
