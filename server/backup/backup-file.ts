import { createHash } from 'node:crypto';
import { Decrypter, Encrypter } from 'age-encryption';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { z } from 'zod';
import type { SchemaCopy } from '../db/table-copy.ts';

/** What a backup holds: both schemas and the keys that lie outside the database, in clear inside the encryption. */
export type Backup = {
  readonly madeAt: string;
  readonly schemas: readonly SchemaCopy[];
  readonly keys: ReadonlyMap<string, Uint8Array>;
};

const CONTENTS = 'contents.json';
const migration = z.object({ name: z.string(), checksum: z.string().regex(/^[0-9a-f]{64}$/) });
const table = z.object({ table: z.string().regex(/^[a-z_]+$/), columns: z.array(z.string().regex(/^[a-z_0-9]+$/)), sha256: z.string() });
const contents = z.object({
  type: z.literal('livelihood-vote/backup'),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  schemas: z.tuple([
    z.object({ schema: z.literal('public'), migrations: z.array(migration), tables: z.array(table) }),
    z.object({ schema: z.literal('box'), migrations: z.array(migration), tables: z.array(table) }),
  ]),
  keys: z.array(z.string().regex(/^[\w-]+$/)),
});

/** log2 of scrypt's cost: about a second on an office machine, for whoever guesses as for whoever knows. */
const WORK_FACTOR = 17;

/**
 * An age file (scrypt recipient), which the age tools open too: inside, a zip of `contents.json`,
 * `SCHEMA/TABLE.copy` and `keys/NAME`.
 * @param passphrase any non-empty text
 */
export async function sealBackup(backup: Backup, passphrase: string): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const { schema, tables } of backup.schemas) for (const one of tables) files[`${schema}/${one.table}.copy`] = one.rows;
  for (const [name, key] of backup.keys) files[`keys/${name}`] = key;
  files[CONTENTS] = strToU8(JSON.stringify(contentsOf(backup), null, 2));
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(WORK_FACTOR);
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(zipSync(files, { level: 6 }));
}

function contentsOf({ madeAt, schemas, keys }: Backup) {
  return {
    type: 'livelihood-vote/backup',
    version: 1,
    madeAt,
    schemas: schemas.map(({ schema, migrations, tables }) => ({
      schema,
      migrations,
      tables: tables.map(({ table: name, columns, rows }) => ({ table: name, columns, sha256: digest(rows) })),
    })),
    keys: [...keys.keys()],
  };
}

export type OpenedBackup =
  | { readonly ok: true; readonly backup: Backup }
  | { readonly ok: false; readonly why: 'passphrase' | 'damaged' | 'no-backup' };

/** Opens and checks the whole file before anything of it is used. */
export async function openBackup(file: Uint8Array, passphrase: string): Promise<OpenedBackup> {
  if (!Buffer.from(file.subarray(0, 21)).equals(Buffer.from('age-encryption.org/v1'))) return { ok: false, why: 'no-backup' };
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  let zip: Uint8Array;
  try {
    zip = await decrypter.decrypt(file);
  } catch (error) {
    return { ok: false, why: error instanceof Error && /no identity matched/i.test(error.message) ? 'passphrase' : 'damaged' };
  }
  const backup = readContents(unzipSync(zip));
  return backup === null ? { ok: false, why: 'damaged' } : { ok: true, backup };
}

function readContents(files: Readonly<Record<string, Uint8Array>>): Backup | null {
  const text = files[CONTENTS];
  const read = contents.safeParse(text === undefined ? null : JSON.parse(Buffer.from(text).toString('utf8')));
  if (!read.success) return null;
  const { madeAt, schemas, keys } = read.data;
  const copies: SchemaCopy[] = [];
  for (const { schema, migrations, tables } of schemas) {
    const full = tables.map((one) => ({ ...one, rows: files[`${schema}/${one.table}.copy`] ?? new Uint8Array() }));
    if (full.some((one) => digest(one.rows) !== one.sha256)) return null;
    copies.push({ schema, migrations, tables: full.map(({ table: name, columns, rows }) => ({ table: name, columns, rows })) });
  }
  const kept = new Map(keys.map((name) => [name, files[`keys/${name}`] ?? new Uint8Array()]));
  return { madeAt, schemas: copies, keys: kept };
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
