import { readFile } from 'node:fs/promises';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { migrate } from '#server/db/migrate.ts';
import { schemaDifference } from '#scripts/schema-difference.ts';
import { freshDatabase } from '#tests/support/fresh-database.ts';

type Column = { table_name: string; column_name: string; data_type: string; udt_name: string; is_nullable: string };

async function columns(url: string): Promise<Column[]> {
  const sql = postgres(url, { max: 1 });
  const rows = await sql<Column[]>`
    SELECT table_name, column_name, data_type, udt_name, is_nullable FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY table_name, column_name`;
  await sql.end();
  return [...rows];
}

test('the migrations make exactly the tables that schema.prisma describes', async () => {
  const [migrated, described] = [await freshDatabase(), await freshDatabase()];
  await migrate(migrated.url, migrated.url);
  const sql = postgres(described.url, { max: 1, onnotice: () => undefined });
  await sql.unsafe(await schemaDifference(described.url, null, await readFile('prisma/schema.prisma', 'utf8')));
  await sql.end();
  const made = await columns(migrated.url);
  expect(made.length).toBeGreaterThan(100);
  expect(made).toEqual(await columns(described.url));
  await migrated.drop();
  await described.drop();
});

test('a second run applies nothing, and an edited migration is named', async () => {
  const database = await freshDatabase();
  expect((await migrate(database.url, database.url)).length).toBeGreaterThan(0);
  expect(await migrate(database.url, database.url)).toEqual([]);
  const sql = postgres(database.url, { max: 1 });
  await sql`UPDATE _prisma_migrations SET checksum = 'edited' WHERE migration_name LIKE '%_tables'`;
  await sql.end();
  await expect(migrate(database.url, database.url)).rejects.toThrow(/_tables was edited/);
  await database.drop();
});
