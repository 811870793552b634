import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CHECKOUT } from './checkout.ts';
import { makePrivateFolder, reachableFolder } from './db/reachable-folder.ts';

export type Config = {
  readonly port: number;
  readonly host: string;
  /** Origins under which browsers reach this installation; sign-in signatures name one of them. */
  readonly publicOrigins: readonly [string, ...string[]];
  readonly dataDir: string;
  /** null: the embedded Postgres in dataDir. */
  readonly databaseUrl: string | null;
  /** null: a schema of its own in the meeting's database. */
  readonly boxDatabaseUrl: string | null;
  /** 32 bytes; encrypts the key folder. */
  readonly masterKey: Buffer;
  readonly jwtSecret: string;
  readonly databasePassword: string;
  readonly rehearsal: boolean;
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null;
};

const CHECKOUT_DATA = join(CHECKOUT, '.data');

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'a postgres:// URL');
const origin = z
  .string()
  .trim()
  .refine((text) => URL.canParse(text) && new URL(text).origin === text, 'an origin such as https://vote.example, without a path');

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('localhost'),
  PUBLIC_ORIGIN: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.tuple([origin]).rest(origin))
    .optional(),
  DATA_DIR: z.string().min(1).optional(),
  DATABASE_URL: postgresUrl.optional(),
  BOX_DATABASE_URL: postgresUrl.optional(),
  MASTER_KEY: z.string().regex(/^[0-9a-f]{64}$/, '32 bytes as 64 lower-case hex characters').optional(),
  JWT_SECRET: z.string().min(32, 'at least 32 characters').optional(),
  REHEARSAL: z.enum(['0', '1']).default('1'),
  TLS_CERT: z.string().min(1).optional(),
  TLS_KEY: z.string().min(1).optional(),
});

/** A wrong setting of the environment, named. */
export class ConfigError extends Error {}

/**
 * Reads and parses the environment; secrets that it does not give are made on the first start in the
 * data folder, mode 600. Throws ConfigError that names the wrong variable.
 */
export async function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Promise<Config> {
  const given = environment.safeParse(dropEmpty(env));
  if (!given.success) {
    const [first] = given.error.issues;
    throw new ConfigError(`${String(first?.path[0] ?? 'environment')}: ${first?.message ?? 'wrong'}`);
  }
  const v = given.data;
  if ((v.TLS_CERT === undefined) !== (v.TLS_KEY === undefined)) {
    throw new ConfigError('TLS_CERT and TLS_KEY: set both or neither');
  }
  const dataDir = v.DATA_DIR ?? (await reachableFolder(CHECKOUT_DATA));
  await makePrivateFolder(dataDir).catch((cause: unknown) => {
    throw new ConfigError(`DATA_DIR: ${dataDir} cannot be made (${String(cause)})`);
  });
  const tls =
    v.TLS_CERT !== undefined && v.TLS_KEY !== undefined
      ? { cert: readNamed('TLS_CERT', v.TLS_CERT), key: readNamed('TLS_KEY', v.TLS_KEY) }
      : null;
  return {
    port: v.PORT,
    host: v.HOST,
    publicOrigins: v.PUBLIC_ORIGIN ?? [`${tls === null ? 'http' : 'https'}://localhost:${String(v.PORT)}`],
    dataDir,
    databaseUrl: v.DATABASE_URL ?? null,
    boxDatabaseUrl: v.BOX_DATABASE_URL ?? null,
    masterKey: Buffer.from(v.MASTER_KEY ?? keptSecret(dataDir, 'master.key'), 'hex'),
    jwtSecret: v.JWT_SECRET ?? keptSecret(dataDir, 'jwt.secret'),
    databasePassword: keptSecret(dataDir, 'database.password'),
    rehearsal: v.REHEARSAL === '1',
    tls,
  };
}

function dropEmpty(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) if (value !== undefined && value !== '') kept[name] = value;
  return kept;
}

function readNamed(name: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new ConfigError(`${name}: ${file} cannot be read`);
  }
}

/** 32 random bytes as hex, made once. */
function keptSecret(dataDir: string, name: string): string {
  const file = join(dataDir, name);
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  const text = readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(text)) throw new ConfigError(`DATA_DIR: ${file} is damaged`);
  return text;
}
