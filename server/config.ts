import { createPrivateKey, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CHECKOUT } from './checkout.ts';
import { makePrivateFolder, reachableFolder } from './db/reachable-folder.ts';
import { CertificateFolder } from './tls/certificate-folder.ts';
import { originOf } from './tls/host-name.ts';
import { readTls } from './tls/tls.ts';
import type { Tls } from './tls/tls.ts';

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
  /** null: the API speaks http, on this machine alone or behind a proxy that speaks https. */
  readonly tls: Tls | null;
  /** Where plain http sends devices to https and hands out the authority's certificate; null without `tls`, or where it is turned off. */
  readonly httpPort: number | null;
};

/** With a certificate the installation is meant for other devices; without one only for this machine. */
const EVERY_ADDRESS = '0.0.0.0';
const CHECKOUT_DATA = join(CHECKOUT, '.data');

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'a postgres:// URL');
const origin = z
  .string()
  .trim()
  .refine((text) => URL.canParse(text) && new URL(text).origin === text, 'an origin such as https://vote.example, without a path');

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).optional(),
  HTTP_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
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

type Environment = z.infer<typeof environment>;

/**
 * Reads and parses the environment; secrets that it does not give are made on the first start in the
 * data folder, mode 600. Throws ConfigError that names the wrong variable.
 */
export async function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Promise<Config> {
  const v = parseEnvironment(env);
  const { dataDir, masterKey } = await readKeyHolder(v);
  const tls = await readTlsConfig(v, dataDir, masterKey);
  return {
    port: v.PORT,
    host: v.HOST ?? (tls === null ? 'localhost' : EVERY_ADDRESS),
    publicOrigins: v.PUBLIC_ORIGIN ?? originsOf(tls, v.PORT),
    dataDir,
    databaseUrl: v.DATABASE_URL ?? null,
    boxDatabaseUrl: v.BOX_DATABASE_URL ?? null,
    masterKey,
    jwtSecret: v.JWT_SECRET ?? keptSecret(dataDir, 'jwt.secret'),
    databasePassword: keptSecret(dataDir, 'database.password'),
    rehearsal: v.REHEARSAL === '1',
    tls,
    httpPort: tls === null ? null : plainPort(v),
  };
}

/** What makes and reads the installation's own certificates: a certificate that ended must not stand in the way of its renewal. */
export async function readCertificateConfig(env: Readonly<Record<string, string | undefined>> = process.env) {
  const v = parseEnvironment(env);
  return { ...(await readKeyHolder(v)), port: v.PORT, ownFilesGiven: v.TLS_CERT !== undefined };
}

function parseEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const given = environment.safeParse(dropEmpty(env));
  if (!given.success) {
    const [first] = given.error.issues;
    throw new ConfigError(`${String(first?.path[0] ?? 'environment')}: ${first?.message ?? 'wrong'}`);
  }
  if ((given.data.TLS_CERT === undefined) !== (given.data.TLS_KEY === undefined)) {
    throw new ConfigError('TLS_CERT and TLS_KEY: set both or neither');
  }
  return given.data;
}

async function readKeyHolder(v: Environment): Promise<{ readonly dataDir: string; readonly masterKey: Buffer }> {
  const dataDir = v.DATA_DIR ?? (await reachableFolder(CHECKOUT_DATA));
  await makePrivateFolder(dataDir).catch((cause: unknown) => {
    throw new ConfigError(`DATA_DIR: ${dataDir} cannot be made (${String(cause)})`);
  });
  return { dataDir, masterKey: Buffer.from(v.MASTER_KEY ?? keptSecret(dataDir, 'master.key'), 'hex') };
}

/** The owner's files where they are named, else the installation's own certificate where one was made. */
async function readTlsConfig(v: Environment, dataDir: string, masterKey: Buffer): Promise<Tls | null> {
  if (v.TLS_CERT !== undefined && v.TLS_KEY !== undefined) {
    const files = { cert: v.TLS_CERT, key: v.TLS_KEY };
    const read = readTls(readNamed('TLS_CERT', files.cert), readNamed('TLS_KEY', files.key), null, new Date());
    if (read.ok) return read.tls;
    throw new ConfigError(`${read.of === 'cert' ? 'TLS_CERT' : 'TLS_KEY'}: ${files[read.of]} ${read.why}`);
  }
  const folder = new CertificateFolder(dataDir, masterKey);
  return folder.exists() ? ownTls(folder) : null;
}

const RENEW = '`npm run certificate` renews it.';

async function ownTls(folder: CertificateFolder): Promise<Tls> {
  const own = await folder.read();
  if (own === null) throw new ConfigError(`DATA_DIR: the certificates of this installation are damaged. ${RENEW}`);
  const key = await folder.serverKey(own).catch(() => null);
  if (key === null) throw new ConfigError(`DATA_DIR: the key of this installation's certificate is gone, or MASTER_KEY is another. ${RENEW}`);
  const pem = createPrivateKey({ key, format: 'der', type: 'pkcs8' }).export({ format: 'pem', type: 'pkcs8' });
  const read = readTls(Buffer.from(`${own.server.toString()}${own.issuer.toString()}`), Buffer.from(pem), own.root.raw, new Date());
  if (!read.ok) throw new ConfigError(`DATA_DIR: the certificate of this installation ${read.why}. ${RENEW}`);
  return read.tls;
}

/** Every name of the certificate, the first one first: letters and screens name that. */
function originsOf(tls: Tls | null, port: number): Config['publicOrigins'] {
  const [first, ...others] = tls?.names ?? [];
  if (tls === null) return [`http://localhost:${String(port)}`];
  return first === undefined ? [originOf('localhost', port)] : [originOf(first, port), ...others.map((name) => originOf(name, port))];
}

/** Port 80 beside 443; beside another port, which nobody types, the next one. HTTP_PORT=0 turns it off. */
function plainPort({ PORT, HTTP_PORT }: Environment): number | null {
  const port = HTTP_PORT ?? (PORT === 443 ? 80 : PORT === 0 ? 0 : PORT + 1);
  return port === 0 || port > 65_535 ? null : port;
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
