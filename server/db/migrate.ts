import { createHash, randomUUID } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { CHECKOUT } from '../checkout.ts';

const MEETING = join(CHECKOUT, 'prisma/migrations');
const BOX = join(CHECKOUT, 'prisma/box/migrations');

/** Brings both databases to the newest schema; they may be one. Returns the names that were applied. */
export async function migrate(databaseUrl: string, boxDatabaseUrl: string): Promise<string[]> {
  const meeting = await applyFolder(databaseUrl, 'public', MEETING);
  const box = await applyFolder(boxDatabaseUrl, 'box', BOX);
  return [...meeting, ...box];
}

/**
 * Applies `folder/NAME/migration.sql` in name order, each in its own transaction under an advisory
 * lock, and records it in `_prisma_migrations` in Prisma's own format, so that a connected machine can
 * go on with `prisma migrate deploy`. An edited file that is already applied is an error that names it.
 */
async function applyFolder(url: string, schema: string, folder: string): Promise<string[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const applied: string[] = [];
  try {
    await sql`CREATE SCHEMA IF NOT EXISTS ${sql(schema)}`;
    await sql`SET search_path TO ${sql(schema)}`;
    await sql`CREATE TABLE IF NOT EXISTS _prisma_migrations (
      id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
      migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
      started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;
    for (const name of await migrationNames(folder)) {
      if (await applyOne(sql, `${folder}/${name}/migration.sql`, name)) applied.push(name);
    }
  } finally {
    await sql.end();
  }
  return applied;
}

async function applyOne(sql: postgres.Sql, file: string, name: string): Promise<boolean> {
  const text = await readFile(file, 'utf8');
  const checksum = createHash('sha256').update(text).digest('hex');
  return sql.begin(async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(hashtext('livelihood-vote migrate'))`;
    const [done] = await tx<{ checksum: string }[]>`
      SELECT checksum FROM _prisma_migrations WHERE migration_name = ${name} AND finished_at IS NOT NULL`;
    if (done !== undefined) {
      if (done.checksum !== checksum) throw new Error(`Migration ${name} was edited after it was applied.`);
      return false;
    }
    await tx.unsafe(text);
    await tx`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
      VALUES (${randomUUID()}, ${checksum}, ${name}, now(), 1)`;
    return true;
  });
}

async function migrationNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
