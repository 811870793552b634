import type { Sql, TransactionSql } from 'postgres';

/**
 * The box (票箱) on postgres.js: schema `box`, maybe a database of its own. It knows papers, never delegates.
 * A batch of casts takes the round's row FOR SHARE, closing takes it FOR UPDATE: nothing slips in after the close.
 */
export type BoxState = 'armed' | 'open' | 'closed' | 'frozen' | 'void';

/** What a cast must know of its round. */
export type BoxRound = {
  readonly state: BoxState;
  /** SHA-256 of the manifest, 32 bytes. */
  readonly manifestHash: Buffer;
  /** RSA modulus of the stamp key, 384 bytes. */
  readonly paperKey: Buffer;
  readonly scrutineers: number;
  readonly threshold: number;
  readonly options: number;
};

export type BoxRow = {
  /** Serial of the paper, Ed25519 public key, 32 bytes. */
  readonly pk: Buffer;
  /** 384 bytes */
  readonly stamp: Buffer;
  /** The sealed ballot, 180 + 114 n bytes. */
  readonly box: Buffer;
  /** 64 bytes */
  readonly sig: Buffer;
};

type NewBox = Omit<BoxRound, 'state' | 'manifestHash' | 'paperKey'> & {
  readonly roundId: string;
  readonly manifestHash: Uint8Array;
  readonly paperKey: Uint8Array;
};

/** Sets up an empty box when papers can be drawn; the same box again changes nothing. */
export async function prepareBox(sql: Sql, box: NewBox): Promise<void> {
  await sql`
    INSERT INTO round (round_id, manifest_hash, paper_key, scrutineers, threshold, options, state)
    VALUES (${box.roundId}, ${box.manifestHash}, ${box.paperKey}, ${box.scrutineers}, ${box.threshold}, ${box.options}, 'armed')
    ON CONFLICT (round_id) DO NOTHING`;
  const [kept] = await sql<{ same: boolean }[]>`
    SELECT (manifest_hash, paper_key, scrutineers, threshold, options)
         = (${box.manifestHash}::bytea, ${box.paperKey}::bytea, ${box.scrutineers}::int, ${box.threshold}::int, ${box.options}::int) AS same
    FROM round WHERE round_id = ${box.roundId}`;
  if (kept?.same !== true) throw new Error(`Round ${box.roundId} has a box under another manifest.`);
}

/** Takes an armed box away with its discarded manifest; voting never opened, so it is empty. */
export async function removeBox(sql: Sql, roundId: string): Promise<boolean> {
  const gone = await sql`DELETE FROM round WHERE round_id = ${roundId} AND state = 'armed'
    AND NOT EXISTS (SELECT 1 FROM box_open b WHERE b.round_id = ${roundId})`;
  return gone.count === 1;
}

/** Casts are accepted from here. False where the box is past that. */
export async function openBox(sql: Sql, roundId: string): Promise<boolean> {
  const opened = await sql`UPDATE round SET state = 'open' WHERE round_id = ${roundId} AND state IN ('armed', 'open')`;
  return opened.count === 1;
}

/** Back to armed while nothing was received; false when something was. */
export async function takeBoxOpeningBack(sql: Sql, roundId: string): Promise<boolean> {
  return sql.begin(async (tx) => {
    const state = await lockRound(tx, roundId);
    if (state === 'armed') return true;
    if (state !== 'open' || (await countReceived(tx, roundId)) > 0) return false;
    await tx`UPDATE round SET state = 'armed' WHERE round_id = ${roundId}`;
    return true;
  });
}

/** Shuts the box: waits for the batches in hand, lets none follow. Returns how many ballots it holds. */
export async function closeBox(sql: Sql, roundId: string): Promise<number> {
  return sql.begin(async (tx) => {
    const state = await lockRound(tx, roundId);
    if (state === 'armed' || state === 'open') await tx`UPDATE round SET state = 'closed' WHERE round_id = ${roundId}`;
    return countReceived(tx, roundId);
  });
}

/** Ballots in the box, open or frozen. */
export async function countReceived(sql: Sql | TransactionSql, roundId: string): Promise<number> {
  const [row] = await sql<{ received: number }[]>`
    SELECT ((SELECT count(*) FROM box_open WHERE round_id = ${roundId})
          + (SELECT count(*) FROM box WHERE round_id = ${roundId}))::int AS received`;
  return row?.received ?? 0;
}

/** Every ballot in the order of its pk, from the open box or the frozen one. */
export async function readBox(sql: Sql, roundId: string): Promise<readonly BoxRow[]> {
  return sql<BoxRow[]>`
    SELECT pk, stamp, box, sig FROM box WHERE round_id = ${roundId}
    UNION ALL SELECT pk, stamp, box, sig FROM box_open WHERE round_id = ${roundId}
    ORDER BY pk`;
}

/**
 * Freezes a closed box: one statement writes every ballot in the order of its pk, so that row order and
 * transaction numbers say nothing of when it was cast. Frozen again changes nothing. Returns the size.
 */
export async function freezeBox(sql: Sql, roundId: string): Promise<number> {
  const size = await sql.begin(async (tx) => {
    const state = await lockRound(tx, roundId);
    if (state !== 'closed' && state !== 'frozen') throw new Error(`The box of round ${roundId} is ${state}, not closed.`);
    if (state === 'closed') {
      await tx`INSERT INTO box (round_id, pk, stamp, box, sig)
        SELECT round_id, pk, stamp, box, sig FROM box_open WHERE round_id = ${roundId} ORDER BY pk`;
      await tx`DELETE FROM box_open WHERE round_id = ${roundId}`;
      await tx`UPDATE round SET state = 'frozen' WHERE round_id = ${roundId}`;
    }
    return countReceived(tx, roundId);
  });
  // Deleted rows keep their place and transaction number on the disk until they are swept.
  await sql`VACUUM box_open`;
  return size;
}

/** No cast any more, and never opened; the sealed ballots stay. */
export async function voidBox(sql: Sql, roundId: string): Promise<void> {
  await sql`UPDATE round SET state = 'void' WHERE round_id = ${roundId}`;
}

/** The box of a round, or null where none is set up. */
export async function readBoxRound(sql: Sql, roundId: string): Promise<BoxRound | null> {
  const [row] = await sql<BoxRound[]>`
    SELECT state, manifest_hash AS "manifestHash", paper_key AS "paperKey", scrutineers, threshold, options
    FROM round WHERE round_id = ${roundId}`;
  return row ?? null;
}

/** The sealed ballot of one paper, or null. */
export async function findBallot(sql: Sql, roundId: string, pk: Uint8Array): Promise<Buffer | null> {
  const [found] = await readBallots(sql, roundId, [pk]);
  return found?.box ?? null;
}

/** What became of one ballot: in the box now, already there byte for byte, another one on its paper, or not accepted. */
export type Deposit = 'new' | 'identical' | 'another' | 'refused';

export type Deposits = {
  /** State of the box when the batch was written; null where there is none. */
  readonly state: BoxState | null;
  /** One entry for each row, in the order of the rows. */
  readonly deposits: readonly Deposit[];
};

/** Fixed columns of a row, before its ballot. */
const PK = 32;
const STAMP = 384;
const SIG = 64;

/**
 * Puts a batch into the open box, sorted by pk, in one statement that is its own transaction: it takes the
 * round's row FOR SHARE, and a close that came first is seen there. All ballots have the same length.
 */
export async function insertBallots(sql: Sql, roundId: string, rows: readonly BoxRow[]): Promise<Deposits> {
  const sorted = rows.toSorted((a, b) => a.pk.compare(b.pk));
  const packed = Buffer.concat(sorted.flatMap(({ pk, stamp, sig, box }) => [pk, stamp, sig, box]));
  const width = packed.length / Math.max(rows.length, 1);
  // One parameter for the whole batch: a statement that never changes stays prepared.
  const [result] = await sql<{ state: BoxState | null; written: Buffer[] | null }[]>`
    WITH gate AS MATERIALIZED (SELECT state FROM round WHERE round_id = ${roundId} FOR SHARE),
    written AS (
      INSERT INTO box_open (round_id, pk, stamp, sig, box)
      SELECT ${roundId}, substr(row, 1, ${PK}), substr(row, ${PK + 1}, ${STAMP}),
             substr(row, ${PK + STAMP + 1}, ${SIG}), substr(row, ${PK + STAMP + SIG + 1})
      FROM gate, LATERAL (
        SELECT substr(${packed}::bytea, (i * ${width})::int + 1, ${width}::int) AS row
        FROM generate_series(0, ${rows.length}::int - 1) AS i
      ) AS batch
      WHERE gate.state = 'open'
      ORDER BY row
      ON CONFLICT DO NOTHING
      RETURNING pk)
    SELECT (SELECT state FROM gate) AS state, (SELECT array_agg(pk) FROM written) AS written`;
  const state = result?.state ?? null;
  const written = new Set((result?.written ?? []).map((pk) => pk.toString('hex')));
  return { state, deposits: await judge(sql, roundId, rows, written) };
}

/**
 * A ballot that was not written may be there already, and then keeps its receipt, also after the close.
 * Where a batch brings two ballots on one paper, the box tells which of them it holds.
 */
async function judge(sql: Sql, roundId: string, rows: readonly BoxRow[], written: ReadonlySet<string>): Promise<Deposit[]> {
  const keys = rows.map(({ pk }) => pk.toString('hex'));
  const isNew = keys.map((key) => written.has(key) && keys.indexOf(key) === keys.lastIndexOf(key));
  const asked = rows.filter((_row, index) => isNew[index] !== true);
  const kept = new Map<string, Buffer>();
  if (asked.length > 0) {
    for (const { pk, box } of await readBallots(sql, roundId, asked.map(({ pk }) => pk))) kept.set(pk.toString('hex'), box);
  }
  return rows.map(({ box }, index) => {
    if (isNew[index] === true) return 'new';
    const other = kept.get(keys[index] ?? '');
    if (other === undefined) return 'refused';
    return other.equals(box) ? 'identical' : 'another';
  });
}

async function readBallots(sql: Sql | TransactionSql, roundId: string, pks: readonly Uint8Array[]): Promise<Pick<BoxRow, 'pk' | 'box'>[]> {
  return sql<Pick<BoxRow, 'pk' | 'box'>[]>`
    SELECT pk, box FROM box_open WHERE round_id = ${roundId} AND pk IN ${sql([...pks])}
    UNION ALL SELECT pk, box FROM box WHERE round_id = ${roundId} AND pk IN ${sql([...pks])}`;
}

async function lockRound(tx: TransactionSql, roundId: string): Promise<BoxState> {
  const [row] = await tx<{ state: BoxState }[]>`SELECT state FROM round WHERE round_id = ${roundId} FOR UPDATE`;
  if (row === undefined) throw new Error(`Round ${roundId} has no box.`);
  return row.state;
}

/**
 * Puts the printed ballots into a closed box, all or none, in one statement in the order of pk. Returns how many
 * ballots the box then holds; null, and nothing changed, where one of their papers lies there. Throws where the box
 * is not closed.
 */
export async function addPrintedBallots(sql: Sql, roundId: string, rows: readonly BoxRow[]): Promise<number | null> {
  return sql.begin(async (tx) => {
    const state = await lockRound(tx, roundId);
    if (state !== 'closed') throw new Error(`The box of round ${roundId} is ${state}, not closed.`);
    const sorted = rows.toSorted((a, b) => a.pk.compare(b.pk));
    if ((await readBallots(tx, roundId, rows.map(({ pk }) => pk))).length > 0) return null;
    await tx`INSERT INTO box_open ${tx(sorted.map((row) => ({ round_id: roundId, ...row })))}`;
    return countReceived(tx, roundId);
  });
}

/** Takes the box of a deleted congress's round away, all of it, and for good; again changes nothing. */
export async function deleteBox(sql: Sql, roundId: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`INSERT INTO deleted_round (round_id) VALUES (${roundId}) ON CONFLICT DO NOTHING`;
    await tx`DELETE FROM box WHERE round_id = ${roundId}`;
    await tx`DELETE FROM box_open WHERE round_id = ${roundId}`;
    await tx`DELETE FROM round WHERE round_id = ${roundId}`;
  });
  await sql`VACUUM box, box_open, round`;
}
