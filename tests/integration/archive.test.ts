import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARCHIVE_FILE, AUDIT_FILE, readArchiveFile, writeArchiveFile } from '#shared/archive/archive-file.ts';
import { auditLineHash, readAuditLines, writeAuditLines } from '#shared/archive/audit-line.ts';
import { unpack } from '#shared/archive/unpack.ts';
import { isArchive, verifyArchive } from '#shared/archive/verify-archive.ts';
import { sha256 } from '#shared/ballot-paper/hash.ts';
import { toHex } from '#shared/ballot-paper/hex.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import * as contract from '#shared/contract/archive.ts';
import { renew } from '#shared/contract/account.ts';
import { readArchive } from '#shared/contract/archive.ts';
import { publish } from '#shared/contract/congress.ts';
import { readAudit } from '#shared/contract/publication.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import type { Meeting } from '#tests/support/meeting.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { certified } from '#tests/support/round-day.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';
import { PASSWORD, twoClerks } from '#tests/support/two-clerks.ts';

type Files = ReadonlyMap<string, Uint8Array>;

/** 4 leads; 1 and 2 tie for the second place, and 1 wins the re-vote. */
const TIED = [[1, 4], [1, 4], [2, 4], [2, 4]];
const REVOTE = [[1], [1], [1], [2]];

let server: TestServer;
let meeting: Meeting;
let zip: Uint8Array;
/** Taken once more, of the same state. */
let again: Uint8Array;
let files: Files;
beforeAll(async () => {
  server = await startTestServer({ ownBoxDatabase: true });
  meeting = await aMeeting(server, { method: { tie: 'revote' } });
  await certified(meeting, TIED);
  await certified(meeting, REVOTE);
  const params = { congressId: meeting.congressId };
  expect(codeOf(await meeting.api.call(readArchive, { params }, meeting.clerk))).toBe('not-published');
  await meeting.api.must(publish, { params }, meeting.clerk);
  zip = await meeting.api.must(readArchive, { params }, meeting.clerk);
  files = unpacked(zip);
}, 180_000);
afterAll(() => server.close());

function unpacked(bytes: Uint8Array): Files {
  const read = unpack(bytes);
  if (!read.ok) throw new Error(read.why);
  return read.files;
}

async function failuresOf(changed: Files): Promise<readonly string[]> {
  const results = await verifyArchive(NODE_PLATFORM, changed);
  return results.filter(({ passed }) => !passed).map(({ label }) => label);
}

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const bytes = (words: string) => new TextEncoder().encode(words);

/** The same archive with one file more, less or otherwise. */
function withFile(name: string, content: Uint8Array | null): Files {
  const changed = new Map(files);
  if (content === null) changed.delete(name);
  else changed.set(name, content);
  return changed;
}

/** The list made anew, as whoever changes a file would. */
function relisted(changed: Files): Files {
  const list = readArchiveFile(files.get(ARCHIVE_FILE) ?? new Uint8Array());
  if (list === null) throw new Error('The archive has no list.');
  const all = [...changed].filter(([name]) => name !== ARCHIVE_FILE).map(([name, content]) => ({ name, size: content.length, sha256: toHex(sha256(content)) }));
  return new Map([...changed, [ARCHIVE_FILE, writeArchiveFile({ ...list, files: all })]]);
}

function nameLike(pattern: RegExp): string {
  const name = [...files.keys()].find((one) => pattern.test(one));
  if (name === undefined) throw new Error(`The archive has nothing like ${String(pattern)}.`);
  return name;
}

describe('the archive', () => {
  it('holds every document of both rounds, their records and the audit log, and verifies as a file', async () => {
    const names = [...files.keys()];
    expect(names.filter((name) => name.startsWith('record/round-2/'))).toHaveLength(8);
    expect(names.filter((name) => /^documents\/15-演练-计票结果报告单-第[12]轮\.(pdf|docx|xlsx)$/.test(name))).toHaveLength(6);
    expect(names.filter((name) => name.endsWith('.pdf')).length).toBeGreaterThan(25);
    for (const name of names.filter((one) => one.endsWith('.pdf'))) expect(text(files.get(name)?.subarray(0, 5))).toBe('%PDF-');
    const log = readAuditLines(files.get(AUDIT_FILE) ?? new Uint8Array()) ?? [];
    expect(log.at(-1)).toMatchObject({ act: 'archive taken', actor: 'clerk 计票人' });
    const { chain } = await meeting.api.must(readAudit, { params: { congressId: meeting.congressId } }, meeting.clerk);
    expect(log.at(-1)?.hash).toBe(chain.head);
    const folder = mkdtempSync(join(tmpdir(), 'archive-'));
    writeFileSync(join(folder, 'archive.zip'), zip);
    writeFileSync(join(folder, 'changed.zip'), zipSync(Object.fromEntries(withFile('说明.txt', bytes('别的')))));
    const good = await verify(join(folder, 'archive.zip'));
    expect([good.lines.slice(0, 5), good.lines.at(-1), good.code]).toEqual([['PASS archive', 'PASS files', 'PASS audit-chain', 'PASS audit-head', 'PASS rounds'], 'OK', 0]);
    expect(good.lines).toContain('PASS round-2 board-counts');
    const changed = await verify(join(folder, 'changed.zip'));
    expect([changed.lines.at(-1), changed.code]).toEqual(['FAILED: changed 说明.txt', 1]);
    rmSync(folder, { recursive: true });
  });

  it('holds no letter key beside a name, no sealed ballot, no key and no secret', () => {
    expect([...files.keys()].filter((name) => name.endsWith('keys.json'))).toEqual([]);
    expect(text(files.get('record/round-1/box.jsonl'))).not.toContain('"box"');
    for (const { number, secret, auth } of meeting.delegates) {
      for (const [name, content] of files) {
        if (!/\.(jsonl?|txt)$/.test(name)) continue;
        const said = text(content);
        expect([name, said.includes(Buffer.from(secret).toString('base64url'))]).toEqual([name, false]);
        // The record knows letters by key, everything else delegates by name.
        if (said.includes(Buffer.from(auth.publicKey).toString('base64url'))) expect([name, said.includes(`代表${number}`)]).toEqual([name, false]);
      }
    }
  });

  it('taken once more differs by the line that says so, and by nothing else', async () => {
    again = await meeting.api.must(readArchive, { params: { congressId: meeting.congressId } }, meeting.clerk);
    const later = unpacked(again);
    expect([...later.keys()]).toEqual([...files.keys()]);
    const differing = [...later.keys()].filter((name) => !Buffer.from(later.get(name) ?? []).equals(Buffer.from(files.get(name) ?? [])));
    expect(differing.map((name) => name.replace(/^documents\/\d+-演练-/, ''))).toEqual([AUDIT_FILE, '操作日志.pdf', '操作日志.xlsx', ARCHIVE_FILE]);
    const [before, after] = [files, later].map((one) => readAuditLines(one.get(AUDIT_FILE) ?? new Uint8Array()) ?? []);
    expect(after?.slice(0, -1)).toEqual(before);
    expect(after?.at(-1)).toMatchObject({ act: 'archive taken' });
    const [first, second] = [files, later].map((one) => readArchiveFile(one.get(ARCHIVE_FILE) ?? new Uint8Array()));
    const unlike = second?.files.filter((file) => !first?.files.some((one) => one.sha256 === file.sha256 && one.name === file.name)).map(({ name }) => name);
    expect(unlike).toEqual(differing.slice(0, -1));
    expect({ ...second, files: [], audit: null }).toEqual({ ...first, files: [], audit: null });
  });

  it('is for clerks', async () => {
    const params = { congressId: meeting.congressId };
    for (const token of [meeting.office, meeting.scrutineers[0].token, meeting.delegates[4]?.token]) {
      expect(codeOf(await meeting.api.call(readArchive, { params }, token))).toBe('forbidden');
    }
    expect(codeOf(await meeting.api.call(readArchive, { params }))).toBe('not-signed-in');
  });
});

describe('verifying an archive', () => {
  it('finds what was changed, added or taken out, by its name', async () => {
    const sheet = nameLike(/计票结果报告单-第2轮\.pdf$/);
    const flipped = new Uint8Array(files.get(sheet) ?? []);
    flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] ?? 0) ^ 1;
    expect(await failuresOf(withFile(sheet, flipped))).toEqual([`changed ${sheet}`]);
    expect(await failuresOf(withFile('documents/另一份.pdf', new Uint8Array(3)))).toEqual(['added documents/另一份.pdf']);
    expect(await failuresOf(withFile(sheet, null))).toEqual([`missing ${sheet}`]);
    expect(await failuresOf(withFile(ARCHIVE_FILE, null))).toEqual(['archive']);
    expect(isArchive(withFile(ARCHIVE_FILE, null))).toBe(true);
  });

  it('finds a record that was changed though the list was made to fit', async () => {
    const board = text(files.get('record/round-1/board.txt'));
    const changed = withFile('record/round-1/board.txt', bytes(board.replace('abstained 0', 'abstained 1')));
    expect(await failuresOf(changed)).toContain('changed record/round-1/board.txt');
    expect(await failuresOf(relisted(changed))).toEqual(expect.arrayContaining(['round-1 board-counts', 'round-1 board-signatures']));
    expect(await failuresOf(relisted(changed))).not.toContain('files');
    const without = new Map([...files].filter(([name]) => !name.startsWith('record/round-2/')));
    expect(await failuresOf(relisted(without))).toEqual(['rounds']);
  });

  it('finds a line of the audit log that was changed though the list was made to fit', async () => {
    const log = readAuditLines(files.get(AUDIT_FILE) ?? new Uint8Array()) ?? [];
    const changed = log.map((line, index) => (index === 2 ? { ...line, detail: '别的' } : line));
    expect(await failuresOf(relisted(withFile(AUDIT_FILE, writeAuditLines(changed))))).toEqual(['audit-chain']);
    // A whole chain made anew ends otherwise than the list says, and than the signed sheets do.
    const chained: typeof changed = [];
    for (const line of changed) {
      const next = { ...line, previousHash: chained.at(-1)?.hash ?? null };
      chained.push({ ...next, hash: auditLineHash(next) });
    }
    expect(await failuresOf(relisted(withFile(AUDIT_FILE, writeAuditLines(chained))))).toEqual(['audit-head']);
    expect(await failuresOf(relisted(withFile(AUDIT_FILE, writeAuditLines(log.slice(0, -1)))))).toEqual(['audit-head']);
  });

  it('refuses in words a zip that is made to harm', async () => {
    const refusals: [Uint8Array, string][] = [
      [zipSync({ '../../etc/passwd': new Uint8Array(1) }), 'the name "../../etc/passwd" leads out of the archive'],
      [zipSync({ '/etc/passwd': new Uint8Array(1) }), 'the name "/etc/passwd" is a path of a whole machine'],
      [zipSync({ 'C:\\x': new Uint8Array(1) }), 'the name "C:\\\\x" is a path of a whole machine'],
      [declaring(zipSync({ 'documents/a.pdf': new Uint8Array(9) }), 'documents/a.pdf', 0xf0000000), 'it would unpack to more than a gigabyte'],
      [new Uint8Array(100), 'it is no zip file, or a damaged one'],
    ];
    for (const [hostile, why] of refusals) expect(unpack(hostile)).toEqual({ ok: false, why });
    const folder = mkdtempSync(join(tmpdir(), 'archive-'));
    const path = join(folder, 'hostile.zip');
    writeFileSync(path, refusals[0]?.[0] ?? new Uint8Array());
    expect(await verify(path)).toMatchObject({ code: 2, errors: `${path} is refused: the name "../../etc/passwd" leads out of the archive` });
    rmSync(folder, { recursive: true });
  });
});

describe('keeping a congress', () => {
  it('keeps a real congress until its day, which can only be put off', async () => {
    const real = await aMeeting(server, { rehearsal: false });
    const [first, second] = await twoClerks(real);
    const params = { congressId: real.congressId };
    const ask = () => real.api.call(contract.askDeletion, { params, body: { reason: '保存期满', password: PASSWORD } }, first);
    await real.api.must(contract.changeRetention, { params, body: { months: 6 } }, first);
    const { db } = server.deps;
    await db.congress.update({ where: { id: real.congressId }, data: { state: 'published', publishedAt: new Date(Date.now() - 100 * 86_400_000) } });
    expect(codeOf(await ask())).toBe('retention-running');
    expect(codeOf(await real.api.call(contract.changeRetention, { params, body: { months: 5 } }, first))).toBe('bad-request');
    await real.api.must(contract.changeRetention, { params, body: { months: 7 } }, second);
    expect(codeOf(await real.api.call(contract.changeRetention, { params, body: { months: 6 } }, first))).toBe('retention-shorter');
    // The database says the same to a program that forgets it.
    const { title, place, year } = { title: 't', place: 'p', year: 2025 };
    const stub = { id: real.congressId, title, place, year, rehearsal: false, publishedAt: new Date(), dueOn: '2999-01-01', reason: 'r', askedBy: 'a', askedAt: new Date(), confirmedBy: 'b', deletedAt: new Date(), counts: {}, rounds: [], roundsLeft: [], accountsLeft: [] };
    await expect(db.deletedCongress.create({ data: stub })).rejects.toThrow('deleted_congress_due');
    await expect(db.deletedCongress.create({ data: { ...stub, dueOn: '2025-01-01', confirmedBy: 'a' } })).rejects.toThrow('deleted_congress_two_people');
    await expect(db.deletedCongress.create({ data: { ...stub, dueOn: '2025-01-01' } })).rejects.toThrow('a congress is deleted whole');
    await expect(db.$transaction([db.deletedCongress.create({ data: { ...stub, dueOn: '2025-01-01' } }), db.auditEntry.deleteMany({ where: params })])).rejects.toThrow('a congress is deleted whole');
    await expect(db.congress.delete({ where: { id: real.congressId } })).rejects.toThrow(/leaves a stub|foreign key/i);
    await db.congress.update({ where: { id: real.congressId }, data: { publishedAt: new Date(Date.now() - 300 * 86_400_000) } });
    expect((await ask()).ok).toBe(true);
    await real.api.must(contract.withdrawDeletion, { params }, second);
    expect(codeOf(await real.api.call(contract.confirmDeletion, { params, body: { password: PASSWORD, askedAt: new Date().toISOString() } }, second))).toBe('deletion-unasked');
  });

  it('is deleted by two people, whole, and leaves a stub', async () => {
    const [first, second] = await twoClerks(meeting);
    const params = { congressId: meeting.congressId };
    const rounds = await server.deps.db.round.findMany({ where: params, orderBy: { number: 'asc' } });
    const secrets = await namesAndKeys();
    expect(await holding(secrets)).not.toEqual([]);
    await server.deps.keys.write(`totp-${meeting.clerkId}`, new Uint8Array(20));
    const body = { reason: '保存期满，已归档', password: PASSWORD };
    expect(codeOf(await meeting.api.call(contract.askDeletion, { params, body: { ...body, password: 'wrong' } }, first))).toBe('bad-password');
    const askedAt = (await meeting.api.must(contract.askDeletion, { params, body }, first)).deletion?.askedAt ?? '';
    expect(codeOf(await meeting.api.call(contract.askDeletion, { params, body }, second))).toBe('deletion-asked');
    const confirm = (token: string, password: string) => meeting.api.call(contract.confirmDeletion, { params, body: { password, askedAt } }, token);
    expect(codeOf(await confirm(first, PASSWORD))).toBe('second-person-needed');
    expect(codeOf(await confirm(second, 'wrong'))).toBe('bad-password');
    expect(codeOf(await meeting.api.call(contract.readDeleted, { params }))).toBe('congress-unknown');
    // Both the other clerk and a scrutineer press, twice each.
    const asScrutineer = () => meeting.api.call(contract.confirmDeletionAsScrutineer, { params, body: { askedAt } }, meeting.scrutineers[2].token);
    const all = await Promise.all([confirm(second, PASSWORD), asScrutineer(), confirm(second, PASSWORD), asScrutineer()]);
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    for (const code of all.map(codeOf)) expect([null, 'congress-unknown', 'not-signed-in', 'bad-password']).toContain(code);
    const stub = await meeting.api.must(contract.readDeleted, { params });
    expect(stub).toMatchObject({
      title: '2025年度民生实事项目票选', askedBy: '计票人', reason: body.reason,
      archiveSha256: toHex(sha256(again)),
      counts: { delegates: 6, letters: 6, ballots: 8, papers: 12, accounts: 3 },
      rounds: [{ number: 1, state: 'certified', manifestHash: rounds[0]?.manifestHash, received: 4 }, { number: 2, state: 'certified', received: 4 }],
    });
    expect([['另一人', 'clerk'], ['代表003', 'scrutineer']]).toContainEqual([stub.confirmedBy, stub.confirmedAs]);
    expect(await holding(secrets)).toEqual([]);
    const [left] = await server.deps.boxSql`SELECT (SELECT count(*) FROM box WHERE round_id IN ${server.deps.boxSql(rounds.map(({ id }) => id))})::int AS ballots, (SELECT count(*) FROM round)::int AS rounds`;
    expect(left).toEqual({ ballots: 0, rounds: 0 });
    expect((await server.deps.keys.names()).filter((name) => name !== 'server')).toEqual([]);
    await expect(server.deps.db.deletedCongress.delete({ where: { id: meeting.congressId } })).rejects.toThrow('what is left of a congress stays');
  });

  it('answers nobody any more, at no address', async () => {
    const round = '/api/rounds/' + Buffer.alloc(16).toString('base64url');
    const paths = ['', '/archive.zip', '/documents', '/documents/check-in-register', '/record.zip', '/screen', '/announcement', '/office', '/audit', '/delegates', '/rounds', '/scrutineers', '/keeping'];
    for (const token of [undefined, meeting.clerk, meeting.office, meeting.scrutineers[0].token, meeting.delegates[4]?.token]) {
      for (const path of [...paths.map((one) => `/api/congresses/${meeting.congressId}${one}`), round]) {
        const reply = await fetch(server.url + path, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
        const said = await reply.text();
        expect([path, /代表\d|项目\d|民生实事项目票选|[0-9a-f]{64}/.test(said)]).toEqual([path, false]);
          expect([path, reply.status === 200 && !/\[\]/.test(said)]).toEqual([path, false]);
      }
    }
    expect(await (await fetch(`${server.url}/api/congresses`)).text()).not.toContain(meeting.congressId);
  });

  it('has signed everyone out', async () => {
    for (const token of [meeting.clerk, meeting.office, meeting.scrutineers[0].token, meeting.scrutineers[2].token, meeting.delegates[4]?.token]) {
      expect(await meeting.api.call(renew, {}, token)).toMatchObject({ status: 401, error: { code: 'not-signed-in' } });
    }
  });
});

/** Every delegate's name, and every key of theirs as Postgres writes it; of scrutineers too. */
async function namesAndKeys(): Promise<readonly string[]> {
  const { db } = server.deps;
  const where = { congressId: meeting.congressId };
  const letters = await db.letter.findMany({ where: { delegate: where } });
  const delegates = await db.delegate.findMany({ where });
  const scrutineers = await db.scrutineer.findMany({ where });
  return [
    ...delegates.map(({ id }) => id),
    ...[...letters.map(({ pk }) => pk), ...scrutineers.flatMap(({ sign }) => (sign === null ? [] : [sign]))].map((key) => Buffer.from(key).toString('hex')),
    `"congress_id":"${meeting.congressId}"`,
  ];
}

/** Tables of the meeting's database in which one of these texts stands. */
async function holding(texts: readonly string[]): Promise<readonly string[]> {
  const { db } = server.deps;
  const tables = await db.$queryRaw<{ name: string }[]>`SELECT relname::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await db.$queryRawUnsafe<{ line: string }[]>(`SELECT to_jsonb(t)::text AS line FROM "${name}" t`);
    const all = rows.map(({ line }) => line.replaceAll('": "', '":"')).join('\n');
    if (texts.some((one) => all.includes(one))) found.push(name);
  }
  return found;
}

/** A zip of one file whose directory declares another size. */
function declaring(one: Uint8Array, name: string, size: number): Uint8Array {
  new DataView(one.buffer).setUint32(one.length - 22 - 46 - name.length + 24, size, true);
  return one;
}

/** What `npm run verify` prints, and its exit code. */
function verify(path: string): Promise<{ lines: readonly string[]; errors: string; code: number }> {
  const script = new URL('../../scripts/verify.ts', import.meta.url).pathname;
  return new Promise((done) => {
    const child = execFile(process.execPath, ['--import', 'tsx', script, path], (_, stdout, stderr) => {
      done({ lines: stdout.trimEnd().split('\n'), errors: stderr.trimEnd(), code: child.exitCode ?? -1 });
    });
  });
}
