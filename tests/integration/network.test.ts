import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { sealBackup } from '#server/backup/backup-file.ts';
import { takeBackup, tryRestore } from '#server/backup/backup.ts';
import type { Config } from '#server/config.ts';
import { readConfig } from '#server/config.ts';
import { networkOf } from '#server/features/network/network.service.ts';
import { startServer } from '#server/main.ts';
import type { RunningServer } from '#server/main.ts';
import { addAccount } from '#shared/contract/account.ts';
import { readNetwork, readPublicOrigin, readReadiness } from '#shared/contract/network.ts';
import { readRehearsal, readSimulation } from '#shared/contract/rehearsal.ts';
import { freePort } from '#scripts/simulation/own-server.ts';
import { api } from '#tests/support/api.ts';
import { freshDatabase } from '#tests/support/fresh-database.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import type { Meeting } from '#tests/support/meeting.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

/** A laptop whose clerk ran the one command, and a hall beside it that speaks http as in a rehearsal at home. */
let folder: string;
let config: Config;
let secure: RunningServer;
let database: { url: string; drop: () => Promise<void> };
let plain: TestServer;
let meeting: Meeting;

type Ended = { readonly code: number | null; readonly said: string };
function command(script: string, args: readonly string[], env: Record<string, string>, answers = ''): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...args], { env: { ...process.env, ...env } });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
  child.stdin.end(answers);
  return new Promise((done) => child.once('close', (code) => done({ code, said: said.join('') })));
}

let made: Ended;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vote-network-'));
  const env = { DATA_DIR: folder, PORT: String(await freePort()), HTTP_PORT: String(await freePort()) };
  made = await command('certificate', ['vote.local', '127.0.0.1'], env);
  config = await readConfig(env);
  database = await freshDatabase();
  secure = await startServer(config, database.url);
  plain = await startTestServer();
  meeting = await aMeeting(plain, { delegates: 4 });
});
afterAll(async () => {
  await secure.close();
  await database.drop();
  await plain.close();
  await rm(folder, { recursive: true, force: true });
});

type Got = { readonly status: number; readonly headers: IncomingMessage['headers']; readonly body: Buffer };
function read(response: IncomingMessage): Promise<Got> {
  return new Promise((done) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part));
    response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
  });
}

function overHttp(path: string, method = 'GET'): Promise<Got> {
  return new Promise((done, failed) => {
    const asked = request({ host: '127.0.0.1', port: config.httpPort, path, method, agent: false }, (response) => void read(response).then(done));
    asked.on('error', failed).end();
  });
}

/** A device that installed the authority: it goes to a name, and its browser checks everything. */
function overHttps(path: string, name: string, ca: Buffer, body?: unknown, token?: string): Promise<Got> {
  const pem = `-----BEGIN CERTIFICATE-----\n${ca.toString('base64')}\n-----END CERTIFICATE-----\n`;
  return new Promise((done, failed) => {
    const headers = { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
    const to = { host: '127.0.0.1', port: config.port, path, servername: name, ca: pem, agent: false, headers, method: body === undefined ? 'GET' : 'POST' };
    const asked = secureRequest(to, (response) => void read(response).then(done));
    asked.on('error', failed).end(body === undefined ? undefined : JSON.stringify(body));
  });
}

test('a device fetches the authority over plain http, compares, installs, and is in', async () => {
  const page = await overHttp('/');
  const authority = await overHttp('/authority.crt');
  expect(authority.headers['content-type']).toBe('application/x-x509-ca-cert');
  const fingerprint = createHash('sha256').update(authority.body).digest('hex').toUpperCase().match(/../g)?.join(':') ?? '';
  expect(made).toMatchObject({ code: 0 });
  expect(made.said).toContain(fingerprint);
  // Whoever could swap the certificate could swap a fingerprint beside it: the page shows none.
  expect(page.body.toString()).toContain('/authority.crt');
  expect(page.body.toString().replaceAll(/\W/g, '')).not.toContain(fingerprint.replaceAll(':', ''));
  const answer = await overHttps('/api/public-origin', 'vote.local', authority.body);
  expect(JSON.parse(answer.body.toString())).toEqual({ origin: `https://vote.local:${String(config.port)}` });
  const copy = await overHttps('/api/authority.crt', 'vote.local', authority.body);
  expect(copy.body.equals(authority.body)).toBe(true);
  await expect(overHttps('/', 'bank.example', authority.body)).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
});

test('plain http hands out nothing else: pages go to https, writing is refused', async () => {
  const origin = config.publicOrigins[0];
  for (const path of ['/b', '/api/health', '/console/x', '/api/congresses']) {
    const sent = await overHttp(path);
    expect([sent.status, sent.headers.location]).toEqual([302, `${origin}${path}`]);
  }
  expect((await overHttp('//elsewhere.example/x')).headers.location?.startsWith(`${origin}/`)).toBe(true);
  expect((await overHttp('/api/auth/challenge', 'POST')).status).toBe(405);
});

test('https is remembered for the day and for this host alone; http says nothing of it', async () => {
  const { body: ca } = await overHttp('/authority.crt');
  const { headers } = await overHttps('/api/health', 'vote.local', ca);
  expect(headers['strict-transport-security']).toBe('max-age=86400');
  expect((await fetch(`${plain.url}/api/health`)).headers.has('strict-transport-security')).toBe(false);
});

test('the simulated delegates of a rehearsal come in, whatever names the certificate has', async () => {
  const { body: ca } = await overHttp('/authority.crt');
  const ask = async (path: string, body?: unknown, token?: string): Promise<unknown> => JSON.parse((await overHttps(path, 'vote.local', ca, body, token)).body.toString());
  const { id } = z.object({ id: z.string() }).parse(await ask('/api/rehearsal', { delegates: 5 }));
  const { accounts } = readRehearsal.response.parse(await ask(`/api/congresses/${id}/rehearsal`));
  const clerk = accounts.find(({ role }) => role === 'clerk');
  const { token } = z.object({ token: z.string() }).parse(await ask('/api/auth/account', { congressId: id, name: clerk?.name, password: clerk?.password }));
  const path = `/api/congresses/${id}/rehearsal/delegates`;
  expect(await ask(path, { act: 'check-in', delegates: 5 }, token)).toEqual({ started: 5 });
  const progress = async () => readSimulation.response.parse(await ask(path, undefined, token));
  await expect.poll(progress, { timeout: 20_000 }).toMatchObject({ running: false, done: 5, failed: 0 });
});

test('the console of that server learns addresses, certificate, fingerprint and where devices fetch it', () => {
  const network = networkOf(config);
  expect(network).toMatchObject({
    origins: [`https://vote.local:${String(config.port)}`, `https://127.0.0.1:${String(config.port)}`],
    door: `http://vote.local:${String(config.httpPort)}`,
    certificate: { names: ['vote.local', '127.0.0.1'] },
  });
  expect(made.said).toContain(network.certificate?.authority?.fingerprint ?? 'none');
  expect(readNetwork.response.parse(network)).toEqual(network);
});

test('the console of a server without a certificate learns that there is none', async () => {
  const network = await meeting.api.must(readNetwork, { params: { congressId: meeting.congressId } }, meeting.clerk);
  expect(network).toMatchObject({ origins: [...plain.deps.config.publicOrigins], door: null, certificate: null });
  expect(await api(plain.url).must(readPublicOrigin, {})).toEqual({ origin: plain.deps.config.publicOrigins[0] });
});

test('the opening checklist tells what is missing until a second clerk and a restore on trial are there', async () => {
  const readiness = () => meeting.api.must(readReadiness, { params: { congressId: meeting.congressId } }, meeting.clerk);
  const before = await readiness();
  expect(before.restoreTestedAt).toBeNull();
  const body = { name: '第二人', password: 'a second clerk’s password', role: 'clerk' as const };
  await meeting.api.must(addAccount, { params: { congressId: meeting.congressId }, body }, meeting.clerk);
  expect((await readiness()).clerks).toBe(before.clerks + 1);

  const file = join(folder, 'hall.backup');
  const passphrase = 'a passphrase of the hall';
  const { config: here, keys } = plain.deps;
  const at = { databaseUrl: plain.databaseUrl, boxDatabaseUrl: plain.databaseUrl };
  const backup = await takeBackup(at, keys);
  await writeFile(file, await sealBackup(backup, passphrase));
  expect((await readiness()).restoreTestedAt).toBeNull();

  const env = { DATABASE_URL: plain.databaseUrl, DATA_DIR: here.dataDir, MASTER_KEY: here.masterKey.toString('hex') };
  const tried = await command('restore', ['--check', file], env, `${passphrase}\n`);
  expect(tried).toMatchObject({ code: 0 });
  expect(tried.said).toMatch(/Restored on trial: \d+ rows, \d+ keys; nothing of this installation was changed/);
  expect(Date.parse((await readiness()).restoreTestedAt ?? '')).toBeGreaterThan(Date.now() - 600_000);
  const left = async () => plain.deps.db.$queryRaw<unknown[]>`SELECT 1 FROM pg_database WHERE datname LIKE 'restore_trial%'`;

  // Of another installation: it can be restored, and marks nothing here.
  const elsewhere = { databaseUrl: database.url, boxDatabaseUrl: database.url };
  expect(await tryRestore(backup, elsewhere, secure.deps.keys)).toMatchObject({ congresses: [] });
  // A row that does not come back is no restore, whatever else does.
  const [first, box] = backup.schemas;
  if (first === undefined || box === undefined) throw new Error('two schemas');
  const short = first.tables.map((one) => (one.table === 'project' ? { ...one, rows: Buffer.concat([one.rows, Buffer.from('cut')]) } : one));
  await expect(tryRestore({ ...backup, schemas: [{ ...first, tables: short }, box] }, at, keys)).rejects.toThrow();
  expect(await left()).toEqual([]);
  const marks = await plain.deps.db.auditEntry.count({ where: { congressId: meeting.congressId, act: 'restore on trial' } });
  expect(marks).toBe(1);
}, 120_000);
