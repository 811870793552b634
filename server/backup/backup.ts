import postgres from 'postgres';
import { addBackupMarks, addRestoreLines } from '../db/backup.repository.ts';
import { connectDatabase } from '../db/client.ts';
import { copySchema, holdActs, replaceSchema, unknownMigration } from '../db/table-copy.ts';
import type { SchemaCopy } from '../db/table-copy.ts';
import type { KeyFolder } from '../key-folder.ts';
import type { Backup } from './backup-file.ts';

export type Databases = { readonly databaseUrl: string; readonly boxDatabaseUrl: string };

/**
 * Takes everything as it stands, also in the middle of a vote, while the server goes on. Every congress in hand
 * gets an audit line, and every round whose papers can be drawn a mark: its copies must go when it is closed.
 */
export async function takeBackup({ databaseUrl, boxDatabaseUrl }: Databases, keys: KeyFolder): Promise<Backup> {
  const db = connectDatabase(databaseUrl);
  await addBackupMarks(db).finally(() => db.$disconnect());
  const hold = connection(databaseUrl);
  const meeting = connection(databaseUrl);
  const box = connection(boxDatabaseUrl);
  try {
    // The box's snapshot is the earlier one: no ballot without its issue; and no act moves a round between the two.
    await hold.unsafe('BEGIN');
    await holdActs(hold);
    const schemas = await box.begin(SNAPSHOT, async (boxTx) => {
      await boxTx`SELECT 1`;
      return meeting.begin(SNAPSHOT, async (tx) => {
        await tx`SELECT 1`;
        await hold.unsafe('COMMIT');
        return [await copySchema(tx, 'public'), await copySchema(boxTx, 'box')];
      });
    });
    return { madeAt: new Date().toISOString(), schemas, keys: await readKeys(keys) };
  } finally {
    await Promise.all([hold.end(), meeting.end(), box.end()]);
  }
}

const SNAPSHOT = 'isolation level repeatable read read only';

function connection(url: string): postgres.Sql {
  return postgres(url, { max: 1, onnotice: () => undefined });
}

async function readKeys(keys: KeyFolder): Promise<Map<string, Uint8Array>> {
  const all = new Map<string, Uint8Array>();
  for (const name of await keys.names()) {
    const key = await keys.read(name);
    if (key !== null) all.set(name, key);
  }
  return all;
}

/** A migration that this version of the product does not have, or has otherwise: the backup is of another version. */
export async function foreignMigration(backup: Backup): Promise<string | null> {
  for (const schema of backup.schemas) {
    const name = await unknownMigration(schema);
    if (name !== null) return name;
  }
  return null;
}

/**
 * Puts databases and keys back as the backup has them, all or nothing: the databases in one transaction each,
 * committed together; the keys beside the old ones first, in their place last. The server must not run.
 */
export async function restoreBackup(backup: Backup, { databaseUrl, boxDatabaseUrl }: Databases, keys: KeyFolder): Promise<void> {
  const [meeting, box] = backup.schemas;
  if (meeting === undefined || box === undefined) throw new Error('A backup holds two schemas.');
  const replaced = await keys.prepareReplacement(backup.keys);
  try {
    await replaceBoth({ databaseUrl, boxDatabaseUrl }, meeting, box);
  } catch (error) {
    await replaced.drop();
    throw error;
  }
  await replaced.take();
  const db = connectDatabase(databaseUrl);
  await addRestoreLines(db, backup.madeAt).finally(() => db.$disconnect());
}

async function replaceBoth({ databaseUrl, boxDatabaseUrl }: Databases, meeting: SchemaCopy, box: SchemaCopy): Promise<void> {
  const meetingSql = connection(databaseUrl);
  const boxSql = boxDatabaseUrl === databaseUrl ? null : connection(boxDatabaseUrl);
  try {
    await meetingSql.begin(async (tx) => {
      await replaceSchema(tx, meeting);
      if (boxSql === null) await replaceSchema(tx, box);
      else await boxSql.begin((boxTx) => replaceSchema(boxTx, box));
    });
  } finally {
    await meetingSql.end();
    await boxSql?.end();
  }
}

/** Rows the installation holds, for the question before they are overwritten; null where there is no installation yet. */
export async function describeInstallation({ databaseUrl }: Databases): Promise<readonly string[] | null> {
  const sql = connection(databaseUrl);
  try {
    const [there] = await sql<{ found: boolean }[]>`SELECT to_regclass('public.congress') IS NOT NULL AS found`;
    if (there?.found !== true) return null;
    const congresses = await sql<{ title: string; state: string }[]>`SELECT title, state::text FROM public.congress ORDER BY title`;
    return congresses.map(({ title, state }) => `${title} (${state})`);
  } finally {
    await sql.end();
  }
}
