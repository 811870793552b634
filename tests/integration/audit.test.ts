import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAudit } from '#shared/contract/publication.ts';
import { startRehearsal } from '#shared/contract/rehearsal.ts';
import { checkIn } from '#shared/contract/roll.ts';
import { api } from '#tests/support/api.ts';
import type { Api } from '#tests/support/api.ts';
import { clerkOf, delegateOf, scrutineerOf } from '#tests/support/people.ts';
import { codeOf } from '#tests/support/refusal.ts';
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

  it('is only added to, and shows where a line was changed in spite of that', async () => {
    const { db } = server.deps;
    await expect(db.auditEntry.updateMany({ where: params, data: { detail: '005' } })).rejects.toThrow('audit_entry only grows');
    await expect(db.auditEntry.deleteMany({ where: params })).rejects.toThrow('audit_entry only grows');
    await db.$executeRaw`ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only`;
    await db.auditEntry.updateMany({ where: { ...params, sequence: 3 }, data: { detail: '005 代表005' } });
    expect(await read(clerk)).toMatchObject({ ok: true, value: { chain: { length: 5, intact: false } } });
  });
});
