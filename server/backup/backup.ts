import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { addBackupMarks, addRestoreLines, markRestoreTested, readAuditHeads } from '../db/backup.repository.ts';
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

/**
 * Restores a backup on trial: into a database of its own beside this installation's, which is not touched, and gone
 * afterwards. Every row and key must be there again; each congress whose audit log continues that of the backup is marked.
 * Throws where this database user may make no database.
 */
export async function tryRestore(backup: Backup, { databaseUrl }: Databases, keys: KeyFolder): Promise<RestoreTrial> {
  const [meeting, box] = backup.schemas;
  if (meeting === undefined || box === undefined) throw new Error('A backup holds two schemas.');
  await (await keys.prepareReplacement(backup.keys)).drop();
  const scratch = await makeScratchDatabase(databaseUrl);
  try {
    await replaceBoth({ databaseUrl: scratch.url, boxDatabaseUrl: scratch.url }, meeting, box);
    const rows = await countRows(scratch.url, backup.schemas);
    const trial = connectDatabase(scratch.url);
    const heads = await readAuditHeads(trial).finally(() => trial.$disconnect());
    const db = connectDatabase(databaseUrl);
    const congresses = await markRestoreTested(db, heads, backup.madeAt).finally(() => db.$disconnect());
    return { rows, keys: backup.keys.size, congresses };
  } finally {
    await scratch.drop();
  }
}

export type RestoreTrial = {
  readonly rows: number;
  readonly keys: number;
  /** Titles of the congresses of this installation that the backup brings back. */
  readonly congresses: readonly string[];
};

async function makeScratchDatabase(beside: string): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `restore_trial_${randomBytes(6).toString('hex')}`;
  const sql = connection(beside);
  await sql.unsafe(`CREATE DATABASE ${name}`).catch(async (error: unknown) => {
    await sql.end();
    throw error;
  });
  const url = new URL(beside);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      await sql.unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`).finally(() => sql.end());
    },
  };
}

/** Rows of all tables. Throws where a table holds another number than the backup has lines for it. */
async function countRows(url: string, schemas: Backup['schemas']): Promise<number> {
  const sql = connection(url);
  let all = 0;
  try {
    for (const { schema, tables } of schemas) {
      for (const { table, rows } of tables) {
        const [found] = await sql<{ count: number }[]>`SELECT count(*)::int AS count FROM ${sql(`${schema}.${table}`)}`;
        const lines = Buffer.from(rows).toString('latin1').split('\n').length - 1;
        if (found?.count !== lines) throw new Error(`${schema}.${table}: ${String(lines)} rows in the backup, ${String(found?.count)} restored.`);
        all += lines;
      }
    }
  } finally {
    await sql.end();
  }
  return all;
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
