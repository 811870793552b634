import { createHash, randomUUID } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { CHECKOUT } from '../checkout.ts';

/** The two schemas of an installation and the folders of their migrations; they may lie in two databases. */
const FOLDERS = { public: join(CHECKOUT, 'prisma/migrations'), box: join(CHECKOUT, 'prisma/box/migrations') } as const;
export type SchemaName = keyof typeof FOLDERS;

/** One migration as it lies in the checkout. */
export type Migration = { readonly name: string; readonly text: string; /** Hex SHA-256 of the text. */ readonly checksum: string };

/** Brings both databases to the newest schema; they may be one. Returns the names that were applied. */
export async function migrate(databaseUrl: string, boxDatabaseUrl: string): Promise<string[]> {
  const meeting = await applyNew(databaseUrl, 'public');
  const box = await applyNew(boxDatabaseUrl, 'box');
  return [...meeting, ...box];
}

/** The migrations of the checkout in name order. */
export async function readMigrations(schema: SchemaName): Promise<readonly Migration[]> {
  const folder = FOLDERS[schema];
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.toSorted().map(async (name) => {
      const text = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

/**
 * Applies what is new, each migration in its own transaction under an advisory lock. An edited file that
 * is already applied is an error that names it.
 */
async function applyNew(url: string, schema: SchemaName): Promise<string[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const applied: string[] = [];
  try {
    await enterSchema(sql, schema);
    for (const migration of await readMigrations(schema)) {
      if (await applyOne(sql, migration)) applied.push(migration.name);
    }
  } finally {
    await sql.end();
  }
  return applied;
}

async function applyOne(sql: postgres.Sql, migration: Migration): Promise<boolean> {
  return sql.begin(async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(hashtext('livelihood-vote migrate'))`;
    const [done] = await tx<{ checksum: string }[]>`
      SELECT checksum FROM _prisma_migrations WHERE migration_name = ${migration.name} AND finished_at IS NOT NULL`;
    if (done === undefined) {
      await applyMigration(tx, migration);
      return true;
    }
    if (done.checksum !== migration.checksum) throw new Error(`Migration ${migration.name} was edited after it was applied.`);
    return false;
  });
}

/** Makes the schema where it is missing, and the table in which applied migrations stand; what follows happens in it. */
export async function enterSchema(sql: postgres.ISql, schema: SchemaName): Promise<void> {
  await sql`CREATE SCHEMA IF NOT EXISTS ${sql(schema)}`;
  await sql`SET search_path TO ${sql(schema)}`;
  await sql`CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
    migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;
}

/** Applies one and records it in Prisma's own format, so that a connected machine can go on with `prisma migrate deploy`. */
export async function applyMigration(tx: postgres.TransactionSql, { name, text, checksum }: Migration): Promise<void> {
  await tx.unsafe(text);
  await tx`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
    VALUES (${randomUUID()}, ${checksum}, ${name}, now(), 1)`;
}

/** What a database has applied, in name order. */
export async function appliedMigrations(sql: postgres.ISql, schema: SchemaName): Promise<readonly Omit<Migration, 'text'>[]> {
  return sql<{ name: string; checksum: string }[]>`
    SELECT migration_name AS name, checksum FROM ${sql(schema)}._prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name`;
}
