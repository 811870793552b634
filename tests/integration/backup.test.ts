import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBackup } from '#server/backup/backup-file.ts';
import type { Config } from '#server/config.ts';
import { startServer } from '#server/main.ts';
import type { RunningServer } from '#server/main.ts';
import * as booth from '#shared/contract/booth.ts';
import type { CastMessage } from '#shared/ballot-paper/ballot.ts';
import * as contract from '#shared/contract/round.ts';
import { api } from '#tests/support/api.ts';
import { ballot } from '#tests/support/ballots.ts';
import { freshDatabase } from '#tests/support/fresh-database.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import type { Meeting } from '#tests/support/meeting.ts';
import { close, mustSign, openAs, opened, postBoard, release, throughGate2 } from '#tests/support/round-day.ts';
import { startTestServer, testConfig } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

/** A hall in the middle of a vote: its machine is backed up, lost, and another one goes on. */
const PASSPHRASE = 'a passphrase of the hall';
const CHOICES = [[2, 4], [2, 4], [1, 4], [2, 3]] as const;

let first: TestServer;
let meeting: Meeting;
let folder: string;
let file: string;
let other: { url: string; drop: () => Promise<void> };
let otherConfig: Config;
const messages: CastMessage[] = [];
let roundId: string;

beforeAll(async () => {
  first = await startTestServer();
  folder = await mkdtemp(join(tmpdir(), 'vote-backup-'));
  file = join(folder, 'hall.backup');
  other = await freshDatabase();
  otherConfig = { ...(await testConfig(join(folder, 'data'), true)), jwtSecret: first.deps.config.jwtSecret };
  meeting = await aMeeting(first, { delegates: 6 });
  const { round, booth: paperRound, papers } = await opened(meeting);
  roundId = round.id;
  for (const [index, numbers] of CHOICES.entries()) {
    const paper = papers[index];
    if (paper !== undefined) messages.push(await ballot(paperRound, paper, numbers));
  }
  for (const message of messages.slice(0, 3)) await castMessage(meeting, message);
});
afterAll(async () => {
  await first.close();
  await other.drop();
  await rm(folder, { recursive: true, force: true });
});

function castMessage({ api: at }: Meeting, body: CastMessage) {
  return at.must(booth.cast, { params: { roundId }, body });
}

type Ended = { readonly code: number | null; readonly said: string };

/** Runs one of the two commands as a clerk does, with the answers to its questions. */
function command(name: 'backup' | 'restore', path: string, at: { url: string; config: Config }, answers: readonly string[]): Promise<Ended> {
  const env = { ...process.env, DATABASE_URL: at.url, DATA_DIR: at.config.dataDir, MASTER_KEY: at.config.masterKey.toString('hex') };
  const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${name}.ts`, path], { env });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
  child.stdin.end(answers.map((answer) => `${answer}\n`).join(''));
  return new Promise((done) => child.once('close', (code) => done({ code, said: said.join('') })));
}

const restore = (path: string, ...answers: string[]) => command('restore', path, { url: other.url, config: otherConfig }, answers);

test('a backup is made while the hall votes, and marks the round', async () => {
  const made = await command('backup', file, { url: first.databaseUrl, config: first.deps.config }, [PASSPHRASE, PASSPHRASE]);
  expect(made).toMatchObject({ code: 0 });
  const again = await command('backup', file, { url: first.databaseUrl, config: first.deps.config }, [PASSPHRASE, PASSPHRASE]);
  expect(again.code).toBe(1);
  const early = await meeting.api.call(contract.confirmBackupsGone, { params: { roundId } }, meeting.clerk);
  expect(early).toMatchObject({ ok: false, error: { code: 'wrong-round-state' } });
  const marks = await first.deps.db.roundBackup.count({ where: { roundId, goneAt: null } });
  const lines = await first.deps.db.auditEntry.count({ where: { congressId: meeting.congressId, act: 'back up' } });
  expect([marks, lines].every((count) => count >= 1)).toBe(true);
});

test('the file tells nothing without its passphrase, and with it shows rows by key', async () => {
  const bytes = await readFile(file);
  const [message] = messages;
  const pk = Buffer.from(message?.pk ?? '', 'base64url');
  expect(bytes.includes(pk)).toBe(false);
  expect(bytes.includes(pk.toString('hex'))).toBe(false);
  const opened = await openBackup(bytes, PASSPHRASE);
  if (!opened.ok) throw new Error(opened.why);
  const box = opened.backup.schemas.find(({ schema }) => schema === 'box')?.tables.find(({ table }) => table === 'box_open');
  const rows = Buffer.from(box?.rows ?? []).toString().trimEnd().split('\n');
  expect(rows).toHaveLength(3);
  expect(rows).toEqual(rows.toSorted());
});

test('what is no backup, was changed, cut short or is not opened by the passphrase is named and changes nothing', async () => {
  const bytes = await readFile(file);
  const why = async (content: Uint8Array, passphrase = PASSPHRASE) => {
    const opened = await openBackup(content, passphrase);
    return opened.ok ? 'opened' : opened.why;
  };
  const flipped = Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])]);
  expect(await Promise.all([why(flipped), why(bytes.subarray(0, -100)), why(Buffer.from('PK, whatever its name'))])).toEqual(['damaged', 'damaged', 'no-backup']);
  expect(await why(bytes, 'another passphrase')).toBe('passphrase');

  const ended = await restore(file, 'another passphrase');
  expect(ended.code).toBe(1);
  expect(ended.said).toMatch(/passphrase does not open it. Nothing was changed/);
  const sql = postgres(other.url, { max: 1, onnotice: () => undefined });
  const [found] = await sql<{ there: boolean }[]>`SELECT to_regclass('public.congress') IS NOT NULL AS there`;
  await sql.end();
  expect(found?.there).toBe(false);
});

test('another machine goes on where the backup stands, and nothing linkable was added', async () => {
  expect(await restore(file, PASSPHRASE)).toMatchObject({ code: 0 });
  const sql = postgres(other.url, { max: 1, onnotice: () => undefined });
  for (const [table, key] of [['box.box_open', 'pk'], ['public.paper_issue', 'no']] as const) {
    const rows = await sql<{ key: string; xmin: string }[]>`SELECT ${sql(key)}::text AS key, xmin::text FROM ${sql(table)} ORDER BY ctid`;
    expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1);
    expect(rows.map((row) => row.key)).toEqual(rows.map((row) => row.key).toSorted());
  }
  await sql.end();

  const second = await startServer(otherConfig, other.url);
  try {
    await goOn(second);
  } finally {
    await second.close();
  }
});

async function goOn(second: RunningServer): Promise<void> {
  const elsewhere: Meeting = { ...meeting, server: { ...first, url: second.url, databaseUrl: other.url, deps: second.deps }, api: api(second.url) };
  const [sent, , , unsent] = messages;
  if (sent === undefined || unsent === undefined) throw new Error('Four ballots were made.');
  expect(await castMessage(elsewhere, sent)).toEqual(await castMessage(meeting, sent));
  await castMessage(elsewhere, unsent);
  const closed = await close(elsewhere, roundId);
  expect(closed.countReport).toMatchObject({ issued: 6, received: 4, present: 6, valid: true });
  // The backup holds capsules and their keys: at the close the product asks for it until a clerk says that it is gone.
  expect(closed.backupsLeft).toBe(1);
  const gone = await elsewhere.api.must(contract.confirmBackupsGone, { params: { roundId } }, meeting.clerk);
  expect(gone.backupsLeft).toBe(0);
  const [chief, assistant] = meeting.scrutineers;
  await mustSign(elsewhere, closed, chief, 'count', 'sth');
  await mustSign(elsewhere, closed, assistant, 'count', 'sth');
  const frozen = await elsewhere.api.must(contract.freezeBox, { params: { roundId } }, meeting.clerk);
  await release(elsewhere, frozen, chief, assistant);
  const posted = await postBoard(elsewhere, frozen, chief, await openAs(elsewhere, frozen, chief));
  if (!posted.ok) throw new Error(JSON.stringify(posted.error));
  const certified = await throughGate2(elsewhere, await mustSign(elsewhere, posted.value, assistant, 'board'));
  expect(certified.outcome?.counts).toEqual([
    { number: 1, votes: 1 },
    { number: 2, votes: 3 },
    { number: 3, votes: 1 },
    { number: 4, votes: 3 },
  ]);
  const lines = await second.deps.db.auditEntry.count({ where: { congressId: meeting.congressId, act: 'restore' } });
  expect(lines).toBe(1);
}

test('an installation that holds something is overwritten only by whoever says so, and never under a running server', async () => {
  expect(await restore(file, PASSPHRASE, 'yes')).toMatchObject({ code: 1 });
  const server = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)', 'start']);
  await writeFile(join(otherConfig.dataDir, 'server.pid'), String(server.pid));
  const refused = await restore(file, PASSPHRASE, 'overwrite');
  server.kill();
  expect(refused.code).toBe(1);
  expect(refused.said).toContain('Stop it first');
  await rm(join(otherConfig.dataDir, 'server.pid'));
  const sql = postgres(other.url, { max: 1, onnotice: () => undefined });
  const state = async () => (await sql<{ state: string }[]>`SELECT state::text FROM public.round WHERE id = ${roundId}`)[0]?.state;
  expect(await state()).toBe('certified');
  expect(await restore(file, PASSPHRASE, 'overwrite')).toMatchObject({ code: 0 });
  expect(await state()).toBe('open');
  await sql.end();
});
