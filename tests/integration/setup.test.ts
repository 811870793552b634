import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAccounts, setUpCongress, signInAccount } from '#shared/contract/account.ts';
import { listCongresses } from '#shared/contract/congress.ts';
import { readRehearsal, startRehearsal } from '#shared/contract/rehearsal.ts';
import { makeFirstSetupLink, makeSetupLink } from '#server/features/setup/setup.service.ts';
import { ensureRehearsal } from '#server/features/rehearsal-seed/rehearsal-seed.service.ts';
import { api } from '#tests/support/api.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

const congress = { title: '2026年度民生实事项目票选', place: '宁围街道', year: 2026, profile: 'county' as const };
const clerk = { name: '王工', password: 'a long password' };

describe('a real installation', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ rehearsal: false });
  });
  afterAll(() => server.close());

  it('gets its first clerk by a link that works once, also when two press at the same time', async () => {
    const client = api(server.url);
    const replaced = (await makeFirstSetupLink(server.deps)) ?? '';
    const token = await makeSetupLink(server.deps);
    const old = await client.call(setUpCongress, { body: { token: replaced, congress, clerk } });
    expect(old).toMatchObject({ ok: false, status: 410, error: { code: 'setup-used' } });

    const replies = await Promise.all([1, 2].map(() => client.call(setUpCongress, { body: { token, congress, clerk } })));
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).toSorted()).toEqual(['ok', 'setup-used']);

    const [made, ...others] = await client.must(listCongresses, {});
    expect(others).toEqual([]);
    expect(made).toMatchObject({ ...congress, state: 'preparing', rehearsal: false, round: null, method: { passThreshold: 'half-of-roll' } });
    const again = await client.must(signInAccount, { body: { congressId: made?.id ?? '', ...clerk } });
    expect(again.who).toMatchObject({ role: 'clerk', name: '王工' });
    expect(await makeFirstSetupLink(server.deps)).toBeNull();
  });

  it('gets a further congress by another link, and the accounts of the two never meet', async () => {
    const client = api(server.url);
    const [first] = await client.must(listCongresses, {});
    const second = { ...congress, title: '另一场会议' };
    const made = await client.must(setUpCongress, { body: { token: await makeSetupLink(server.deps), congress: second, clerk: { ...clerk, password: 'another password' } } });
    expect(made.who.congressId).not.toBe(first?.id);
    const params = { congressId: first?.id ?? '' };
    expect(await client.call(listAccounts, { params }, made.token)).toMatchObject({ ok: false, error: { code: 'another-congress' } });
    expect(await client.call(signInAccount, { body: { ...params, name: clerk.name, password: 'another password' } })).toMatchObject({ ok: false, error: { code: 'bad-password' } });
  });

  it('keeps the token, the password and no other secret in clear', async () => {
    const [account] = await server.deps.db.account.findMany();
    expect(account?.passwordHash).toMatch(/^\$argon2id\$/);
    const links = await server.deps.db.setupLink.findMany();
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link.tokenHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('has no rehearsal, and no secrets of its congress', async () => {
    const client = api(server.url);
    expect(await client.call(startRehearsal, { body: {} })).toMatchObject({ ok: false, error: { code: 'rehearsal-only' } });
    const [made] = await client.must(listCongresses, {});
    const secrets = await client.call(readRehearsal, { params: { congressId: made?.id ?? '' } });
    expect(secrets).toMatchObject({ ok: false, status: 403, error: { code: 'rehearsal-only' } });
  });

  it('refuses rehearsal secrets in the database too', async () => {
    const [account] = await server.deps.db.account.findMany();
    const kept = server.deps.db.rehearsalAccount.create({ data: { accountId: account?.id ?? '', password: 'x' } });
    await expect(kept).rejects.toThrow('a rehearsal secret for a congress that is real');
  });
});

describe('an installation that rehearses', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('makes one rehearsal of 60 delegates at its start, and none at the next', async () => {
    await ensureRehearsal(server.deps);
    await ensureRehearsal(server.deps);
    const congresses = await api(server.url).must(listCongresses, {});
    expect(congresses).toMatchObject([{ title: '2025年度民生实事项目票选', rehearsal: true, method: { box: { t: 2, n: 3 }, places: 6 } }]);
    const secrets = await api(server.url).must(readRehearsal, { params: { congressId: congresses[0]?.id ?? '' } });
    expect([secrets.letters.length, secrets.sheets.length, secrets.accounts.length]).toEqual([60, 3, 2]);
    expect(secrets.letters.every((letter) => letter.code.startsWith('RVT:'))).toBe(true);
    expect(secrets.sheets.map((sheet) => sheet.chief)).toEqual([true, false, false]);
  });

  it('makes the largest hall', async () => {
    const { id } = await api(server.url).must(startRehearsal, { body: { delegates: 3000, scrutineers: 5, threshold: 3 } });
    const { letters } = await api(server.url).must(readRehearsal, { params: { congressId: id } });
    expect(letters.at(-1)).toMatchObject({ number: '3000', name: '代表3000' });
  });

  it('refuses a threshold that everyone must meet', async () => {
    const reply = await api(server.url).call(startRehearsal, { body: { delegates: 6, scrutineers: 3, threshold: 3 } });
    expect(reply).toMatchObject({ ok: false, status: 422, error: { code: 'bad-threshold', figures: { t: 3, n: 3 } } });
  });
});
