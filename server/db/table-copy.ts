import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import type postgres from 'postgres';
import { appliedMigrations, applyMigration, enterSchema, readMigrations } from './migrate.ts';
import type { Migration, SchemaName } from './migrate.ts';

/** The rows of one table in Postgres's COPY text form, UTF-8, one line a row, in the order of its primary key. */
export type TableCopy = {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: Uint8Array;
};

export type SchemaCopy = {
  readonly schema: SchemaName;
  readonly migrations: readonly Omit<Migration, 'text'>[];
  readonly tables: readonly TableCopy[];
};

type Sql = postgres.ISql;

/** Holds what changes the state of a congress for the moment in which snapshots are taken. */
export async function holdActs(sql: Sql): Promise<void> {
  await sql`SELECT id FROM public.congress ORDER BY id FOR SHARE`;
}

/**
 * Everything in a schema, as one snapshot shows it. Sorted by key: neither the order of the rows nor, once they
 * are loaded again, a transaction number tells when a row came (protocol: unlinkability in the database).
 */
export async function copySchema(tx: postgres.TransactionSql, schema: SchemaName): Promise<SchemaCopy> {
  const tables: TableCopy[] = [];
  for (const { table, columns, key } of await readTables(tx, schema)) {
    const list = quoted(columns);
    const stream = await tx.unsafe(`COPY (SELECT ${list} FROM "${schema}"."${table}" ORDER BY ${quoted(key)}) TO STDOUT`).readable();
    const parts: Uint8Array[] = [];
    for await (const part of stream) if (part instanceof Uint8Array) parts.push(part);
    tables.push({ table, columns, rows: Buffer.concat(parts) });
  }
  return { schema, migrations: await appliedMigrations(tx, schema), tables };
}

/** Why a copy does not fit this version of the product: it names a migration that the checkout does not have. */
export async function unknownMigration({ schema, migrations }: Omit<SchemaCopy, 'tables'>): Promise<string | null> {
  const known = new Map((await readMigrations(schema)).map(({ name, checksum }) => [name, checksum]));
  return migrations.find(({ name, checksum }) => known.get(name) !== checksum)?.name ?? null;
}

/**
 * Puts a schema back in place of the one that is there: its tables as they were made then, its rows, all in the
 * caller's transaction. Rules that guard acts (append-only, states) are off while rows are loaded; keys, foreign
 * keys and checks hold.
 */
export async function replaceSchema(tx: postgres.TransactionSql, copy: SchemaCopy): Promise<void> {
  const { schema } = copy;
  await tx`DROP SCHEMA IF EXISTS ${tx(schema)} CASCADE`;
  await enterSchema(tx, schema);
  const wanted = new Set(copy.migrations.map(({ name }) => name));
  for (const migration of await readMigrations(schema)) if (wanted.has(migration.name)) await applyMigration(tx, migration);
  const order = await loadingOrder(tx, schema);
  for (const table of order) await tx.unsafe(`ALTER TABLE "${schema}"."${table}" DISABLE TRIGGER USER`);
  for (const table of order) {
    const given = copy.tables.find((one) => one.table === table);
    if (given !== undefined) await loadTable(tx, schema, given);
  }
  for (const table of order) await tx.unsafe(`ALTER TABLE "${schema}"."${table}" ENABLE TRIGGER USER`);
}

async function loadTable(tx: postgres.TransactionSql, schema: SchemaName, { table, columns, rows }: TableCopy): Promise<void> {
  const stream = await tx.unsafe(`COPY "${schema}"."${table}" (${quoted(columns)}) FROM STDIN`).writable();
  const broken = once(stream, 'close').then(() => Promise.reject(new Error(`${schema}.${table}: its rows cannot be loaded.`)));
  broken.catch(() => undefined);
  await Promise.race([new Promise((written) => stream.write(rows, written)), broken]);
  stream.end();
  // By then the end is on the wire. The driver says nothing of rows that are refused there, and waits for ever; the
  // transaction refuses the next query.
  await setImmediate();
  await tx`SELECT 1`;
}

type Table = { readonly table: string; readonly columns: readonly string[]; readonly key: readonly string[] };

/** Tables with their columns and primary keys, by name; the list of applied migrations is no table of the product. */
async function readTables(sql: Sql, schema: SchemaName): Promise<readonly Table[]> {
  return sql<Table[]>`
    SELECT c.relname AS table,
      (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
      (SELECT array_agg(a.attname::text ORDER BY array_position(i.indkey::int2[], a.attnum)) FROM pg_index i
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
        WHERE i.indrelid = c.oid AND i.indisprimary) AS key
    FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = ${schema}::regnamespace AND c.relname <> '_prisma_migrations'
    ORDER BY c.relname`;
}

/** Tables so that each comes after those its foreign keys point to. */
async function loadingOrder(sql: Sql, schema: SchemaName): Promise<readonly string[]> {
  const tables = (await readTables(sql, schema)).map(({ table }) => table);
  const references = await sql<{ from: string; to: string }[]>`
    SELECT f.relname AS from, t.relname AS to FROM pg_constraint k
      JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
    WHERE k.contype = 'f' AND k.connamespace = ${schema}::regnamespace AND f.oid <> t.oid`;
  const order: string[] = [];
  while (order.length < tables.length) {
    const next = tables.filter((table) => !order.includes(table) && references.every(({ from, to }) => from !== table || order.includes(to)));
    if (next.length === 0) throw new Error(`Tables of ${schema} refer to each other in a circle.`);
    order.push(...next);
  }
  return order;
}

function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}
