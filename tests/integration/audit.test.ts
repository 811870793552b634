import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenAuditLine, readAuditLines } from '#shared/archive/audit-line.ts';
import { exportAudit, readAudit } from '#shared/contract/publication.ts';
import { startRehearsal } from '#shared/contract/rehearsal.ts';
import { checkIn } from '#shared/contract/roll.ts';
import { api } from '#tests/support/api.ts';
import type { Api } from '#tests/support/api.ts';
import { clerkOf, delegateOf, scrutineerOf } from '#tests/support/people.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { writeAudit } from '#server/db/audit.repository.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
let client: Api;
let params: { congressId: string };
let clerk: string;

beforeAll(async () => {
  server = await startTestServer();
  client = api(server.url);
  params = { congressId: (await client.must(startRehearsal, { body: { delegates: 6 } })).id };
  clerk = (await clerkOf(server.url, params.congressId)).token;
  const desk = ['001', '002', '003', '004'].map((number) => client.must(checkIn, { params, body: { number } }, clerk));
  await Promise.all(desk);
});
afterAll(() => server.close());

const read = (token: string) => client.call(readAudit, { params }, token);

describe('the audit log', () => {
  it('holds a line for each act, numbered without a gap though four came at once', async () => {
    const { entries, chain } = await client.must(readAudit, { params }, clerk);
    expect(entries.map((entry) => entry.sequence)).toEqual([5, 4, 3, 2, 1]);
    expect(entries[0]).toMatchObject({ actor: 'clerk 工作人员', act: 'checked in' });
    expect(chain).toMatchObject({ length: 5, intact: true, head: entries[0]?.hash });
  });

  it('is read by clerks and scrutineers, not by delegates', async () => {
    expect((await read((await scrutineerOf(server.url, params.congressId, 2)).token)).ok).toBe(true);
    expect(codeOf(await read((await delegateOf(server.url, params.congressId, 0)).token))).toBe('forbidden');
  });

  it('is narrowed by who, act and time, on the server', async () => {
    const ask = (query: object) => client.must(readAudit, { params, query }, clerk);
    const { entries, actors, acts } = await ask({});
    expect([actors.includes('clerk 工作人员'), acts.includes('checked in')]).toEqual([true, true]);
    const checkedIn = await ask({ act: 'checked in', most: 1 });
    expect(checkedIn).toMatchObject({ matching: entries.filter((entry) => entry.act === 'checked in').length, chain: { length: 5 } });
    expect(checkedIn.entries).toHaveLength(1);
    expect((await ask({ actor: 'nobody' })).entries).toEqual([]);
    const [newest] = entries;
    expect((await ask({ from: newest?.at })).entries.map((entry) => entry.sequence)).toContain(5);
    expect((await ask({ until: entries.at(-1)?.at })).entries).toEqual([]);
  });

  it('leaves as JSON lines that carry the chain, and as CSV that starts no formula', async () => {
    const detail = '=HYPERLINK("http://x")';
    await server.deps.db.$transaction((tx) => writeAudit(tx, { ...params, actor: '+clerk', act: 'back up', detail }));
    const lines = readAuditLines(await client.must(exportAudit, { params: { ...params, format: 'jsonl' } }, clerk)) ?? [];
    expect(lines.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect([brokenAuditLine(lines), lines.at(-1)]).toMatchObject([null, { act: 'audit log exported', detail: 'jsonl' }]);
    const csv = Buffer.from(await client.must(exportAudit, { params: { ...params, format: 'csv' } }, clerk)).toString();
    expect(csv).toContain(`,"'+clerk","back up","'=HYPERLINK(""http://x"")",`);
    expect(csv).not.toMatch(/(^|,)"?[=+@-]/m);
    expect((await client.must(readAudit, { params }, clerk)).chain).toMatchObject({ length: 8, intact: true });
  });

  it('is only added to, and shows where a line was changed in spite of that', async () => {
    const { db } = server.deps;
    await expect(db.auditEntry.updateMany({ where: params, data: { detail: '005' } })).rejects.toThrow('audit_entry only grows');
    await expect(db.auditEntry.deleteMany({ where: params })).rejects.toThrow('audit_entry only grows');
    await db.$executeRaw`ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only`;
    await db.auditEntry.updateMany({ where: { ...params, sequence: 3 }, data: { detail: '005 代表005' } });
    expect(await read(clerk)).toMatchObject({ ok: true, value: { chain: { length: 8, intact: false } } });
  });
});
