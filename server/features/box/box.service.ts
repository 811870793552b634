import type { Sql } from 'postgres';
import { checkCast, leafOf, receiptMessage } from '#shared/ballot-paper/ballot.ts';
import type { Ballot } from '#shared/ballot-paper/ballot.ts';
import { NODE_PLATFORM, signWith } from '#shared/ballot-paper/platform-node.ts';
import { checkCast as checkCastState } from '#shared/domain/round.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import { findBallot, insertBallots } from '../../db/box.repository.ts';
import { isDatabaseAway } from '../../db/failure.ts';
import type { KeyFolder } from '../../key-folder.ts';
import { serverKey } from '../../round-keys.ts';
import { BoxRounds } from './box-rounds.ts';
import { BoxAwayError, CastBatches } from './cast-batch.ts';
import type { Deposited } from './cast-batch.ts';

export type Received = { readonly ok: true; readonly isNew: boolean; readonly receipt: Uint8Array };

/**
 * The slot of the box. Nothing about a cast is logged or audited, and no limit by address stands before
 * it: a hall is one address, and what has no stamp is dropped first.
 */
export class BoxSlot {
  readonly #sql: Sql;
  readonly #keys: KeyFolder;
  readonly #rounds: BoxRounds;
  readonly #batches: CastBatches;

  constructor(sql: Sql, keys: KeyFolder) {
    this.#sql = sql;
    this.#keys = keys;
    this.#rounds = new BoxRounds(sql);
    this.#batches = new CastBatches((roundId, rows) => insertBallots(sql, roundId, rows));
  }

  /**
   * Puts a ballot into the box; the receipt comes after the commit. The identical ballot again gets the
   * same receipt, also after the close. Refuses round-unknown, bad-format, bad-stamp, bad-signature,
   * ballot-exists (another ballot on this paper), round-not-open, round-closed, try-again.
   */
  async cast(roundId: string, message: unknown): Promise<Received | Refusal> {
    return unlessAway(async () => {
      const gate = await this.#rounds.find(roundId);
      if (gate === null) return refuse('round-unknown');
      const checked = await checkCast(NODE_PLATFORM, gate, message);
      if (!checked.ok) return checked;
      const deposited = await this.#batches.deposit(roundId, rowOf(checked.ballot));
      const refused = refusalOf(deposited);
      if (refused !== null) return refused;
      return { ok: true, isNew: deposited.deposit === 'new', receipt: await this.#receipt(gate.mh, checked.ballot) };
    });
  }

  /** The receipt of a ballot that is in the box, by the serial of its paper (32 bytes). Refuses round-unknown, not-in-box, try-again. */
  async status(roundId: string, pk: Uint8Array): Promise<Received | Refusal> {
    return unlessAway(async () => {
      const gate = await this.#rounds.find(roundId);
      if (gate === null) return refuse('round-unknown');
      const box = await findBallot(this.#sql, roundId, pk);
      if (box === null) return refuse('not-in-box');
      return { ok: true, isNew: false, receipt: await this.#receipt(gate.mh, { pk, box }) };
    });
  }

  async #receipt(mh: Uint8Array, ballot: { readonly pk: Uint8Array; readonly box: Uint8Array }): Promise<Uint8Array> {
    const { privateKey } = await serverKey(this.#keys);
    return signWith(privateKey, receiptMessage(mh, leafOf(ballot)));
  }
}

/** A ballot that was not accepted may be sent again, the same bytes, until it is. */
async function unlessAway<T>(act: () => Promise<T | Refusal>): Promise<T | Refusal> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof BoxAwayError || isDatabaseAway(error)) return refuse('try-again');
    throw error;
  }
}

function refusalOf({ deposit, state }: Deposited): Refusal | null {
  if (deposit === 'new' || deposit === 'identical') return null;
  if (deposit === 'another') return refuse('ballot-exists');
  const verdict = state === null ? refuse('round-unknown') : checkCastState(state);
  return verdict.ok ? refuse('try-again') : verdict;
}

function rowOf({ pk, stamp, box, sig }: Ballot) {
  return { pk: Buffer.from(pk.buffer), stamp: Buffer.from(stamp.buffer), box: Buffer.from(box.buffer), sig: Buffer.from(sig.buffer) };
}
