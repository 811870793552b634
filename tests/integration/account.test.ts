import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as contract from '#shared/contract/account.ts';
import { readCongress } from '#shared/contract/congress.ts';
import { startRehearsal } from '#shared/contract/rehearsal.ts';
import { api } from '#tests/support/api.ts';
import type { Api } from '#tests/support/api.ts';
import { clerkOf } from '#tests/support/people.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

const PASSWORD = 'a long enough password';

let server: TestServer;
let client: Api;
let congressId: string;
let clerk: string;
let second: { id: string; name: string };
let made = 0;

beforeAll(async () => {
  server = await startTestServer();
  client = api(server.url);
  congressId = (await client.must(startRehearsal, { body: { delegates: 5, scrutineers: 3, threshold: 2 } })).id;
  clerk = (await clerkOf(server.url, congressId)).token;
});
afterAll(() => server.close());
beforeEach(async () => {
  const name = `第二工作人员${String((made += 1))}`;
  const account = await client.must(contract.addAccount, { params: { congressId }, body: { name, password: PASSWORD, role: 'clerk' } }, clerk);
  second = { id: account.id, name };
});

const signIn = (more: { password?: string; code?: string } = {}) =>
  client.call(contract.signInAccount, { body: { congressId, name: second.name, password: PASSWORD, ...more } });
const mustSignIn = async () => {
  const reply = await signIn();
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value.token;
};
const may = async (token: string) => codeOf(await client.call(contract.listAccounts, { params: { congressId } }, token));
/** Code of the time step `steps` from now. */
const codeFor = (secret: string, steps = 0) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

describe('an account', () => {
  it('that is closed signs in no more, its sessions end at once, and it can be opened again', async () => {
    const token = await mustSignIn();
    expect(await may(token)).toBeNull();
    const params = { congressId, accountId: second.id };
    const closed = await client.must(contract.changeAccount, { params, body: { closed: true } }, clerk);
    expect(closed.closed).toBe(true);
    expect(await may(token)).toBe('not-signed-in');
    expect(codeOf(await client.call(contract.renew, {}, token))).toBe('not-signed-in');
    expect(codeOf(await signIn())).toBe('bad-password');
    await client.must(contract.changeAccount, { params, body: { closed: false } }, clerk);
    expect(await may(token)).toBe('not-signed-in');
    expect(codeOf(await signIn())).toBeNull();
  });

  it('of the last clerk stays one, also when two take each other’s away at once', async () => {
    const accounts = await client.must(contract.listAccounts, { params: { congressId } }, clerk);
    const others = accounts.filter((account) => account.role === 'clerk' && account.id !== second.id);
    const [first] = others;
    if (first === undefined) throw new Error('A rehearsal has a clerk.');
    for (const one of others.slice(1)) await client.must(contract.changeAccount, { params: { congressId, accountId: one.id }, body: { closed: true } }, clerk);
    const token = await mustSignIn();
    const replies = await Promise.all([
      client.call(contract.changeAccount, { params: { congressId, accountId: first.id }, body: { role: 'office' } }, token),
      client.call(contract.changeAccount, { params: { congressId, accountId: second.id }, body: { closed: true } }, clerk),
    ]);
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    expect(replies.map(codeOf)).toContain('last-clerk');
    if (replies[0].ok) await client.must(contract.changeAccount, { params: { congressId, accountId: first.id }, body: { role: 'clerk' } }, token);
    clerk = (await clerkOf(server.url, congressId)).token;
  });

  it('of another congress is unknown here', async () => {
    const other = (await client.must(startRehearsal, { body: { delegates: 5, scrutineers: 3, threshold: 2 } })).id;
    const stranger = (await clerkOf(server.url, other)).token;
    const params = { congressId: other, accountId: second.id };
    expect(codeOf(await client.call(contract.changeAccount, { params, body: { closed: true } }, stranger))).toBe('account-unknown');
    expect(codeOf(await client.call(contract.makeAccountLink, { params }, stranger))).toBe('account-unknown');
  });
});

describe('a password', () => {
  it('is chosen anew by a one-time link, which ends sessions and the second factor', async () => {
    const token = await mustSignIn();
    const { secret } = await client.must(contract.offerSecondFactor, {}, token);
    await client.must(contract.confirmSecondFactor, { body: { code: codeFor(secret) } }, token);
    const params = { congressId, accountId: second.id };
    const older = await client.must(contract.makeAccountLink, { params }, clerk);
    const link = await client.must(contract.makeAccountLink, { params }, clerk);
    expect(codeOf(await client.call(contract.readAccountLink, { body: { token: older.token } }))).toBe('account-link-used');
    expect(await client.must(contract.readAccountLink, { body: { token: link.token } })).toMatchObject({ congressId, name: second.name, role: 'clerk' });
    const choose = () => client.call(contract.useAccountLink, { body: { token: link.token, password: 'another long password' } });
    const both = await Promise.all([choose(), choose()]);
    expect(both.map(codeOf).sort()).toEqual(['account-link-used', null]);
    expect(await may(token)).toBe('not-signed-in');
    expect(codeOf(await signIn())).toBe('bad-password');
    expect(codeOf(await signIn({ password: 'another long password' }))).toBeNull();
  });

  it('is not changed by a link that is a day old', async () => {
    const link = await client.must(contract.makeAccountLink, { params: { congressId, accountId: second.id } }, clerk);
    await server.deps.db.accountLink.updateMany({ where: { accountId: second.id }, data: { expiresAt: new Date(Date.now() - 1) } });
    const reply = await client.call(contract.useAccountLink, { body: { token: link.token, password: 'another long password' } });
    expect(codeOf(reply)).toBe('account-link-used');
  });

  it('is changed by who knows it; other sessions end, this one goes on', async () => {
    const [here, elsewhere] = [await mustSignIn(), await mustSignIn()];
    const change = (password: string) => client.call(contract.changePassword, { body: { password, newPassword: 'another long password' } }, here);
    expect(codeOf(await change('a guess'))).toBe('bad-password');
    const reply = await change(PASSWORD);
    if (!reply.ok) throw new Error(reply.error.code);
    expect(await Promise.all([may(reply.value.token), may(here), may(elsewhere)])).toEqual([null, 'not-signed-in', 'not-signed-in']);
  });
});

describe('signing out everywhere', () => {
  it('ends every session of the account and of no other', async () => {
    const [here, elsewhere] = [await mustSignIn(), await mustSignIn()];
    await client.must(contract.signOutEverywhere, {}, here);
    expect(await Promise.all([may(here), may(elsewhere), may(clerk)])).toEqual(['not-signed-in', 'not-signed-in', null]);
    // What everyone may read stays readable for a browser with an ended session.
    expect(codeOf(await client.call(readCongress, { params: { congressId } }, here))).toBeNull();
  });
});

describe('a second factor', () => {
  it('is asked for once a code of it was confirmed; each code counts once', async () => {
    const token = await mustSignIn();
    const { secret, uri } = await client.must(contract.offerSecondFactor, {}, token);
    expect(uri).toMatch(/^otpauth:\/\/totp\//);
    expect(codeOf(await signIn())).toBeNull();
    expect(codeOf(await client.call(contract.confirmSecondFactor, { body: { code: '000000' } }, token))).toBe('bad-second-factor');
    const first = codeFor(secret, -1);
    expect(await client.must(contract.confirmSecondFactor, { body: { code: first } }, token)).toMatchObject({ secondFactor: true });

    expect(codeOf(await signIn())).toBe('second-factor-needed');
    expect(codeOf(await signIn({ password: 'wrong password', code: codeFor(secret) }))).toBe('bad-password');
    expect(codeOf(await signIn({ code: first }))).toBe('bad-second-factor');
    const code = codeFor(secret);
    const twice = await Promise.all([signIn({ code }), signIn({ code })]);
    expect(twice.map(codeOf).sort()).toEqual(['bad-second-factor', null]);

    expect(codeOf(await client.call(contract.offerSecondFactor, {}, token))).toBe('second-factor-set');
    expect(codeOf(await client.call(contract.dropSecondFactor, { body: { code } }, token))).toBe('bad-second-factor');
    await client.must(contract.dropSecondFactor, { body: { code: codeFor(secret, 1) } }, token);
    expect(codeOf(await signIn())).toBeNull();
  });

  it('is no easier to guess for who knows the password: wrong codes slow down, a right password clears nothing', async () => {
    const token = await mustSignIn();
    const { secret } = await client.must(contract.offerSecondFactor, {}, token);
    await client.must(contract.confirmSecondFactor, { body: { code: codeFor(secret, -1) } }, token);
    const started = Date.now();
    for (const code of ['000001', '000002', '000003', '000004']) {
      await signIn();
      expect(codeOf(await signIn({ code }))).toBe('bad-second-factor');
    }
    // 250 + 500 + 1000 ms before the second, third and fourth guess.
    expect(Date.now() - started).toBeGreaterThanOrEqual(1_700);
  });

  it('keeps its secret out of the database', async () => {
    const token = await mustSignIn();
    const { secret } = await client.must(contract.offerSecondFactor, {}, token);
    await client.must(contract.confirmSecondFactor, { body: { code: codeFor(secret) } }, token);
    const rows = JSON.stringify(await server.deps.db.account.findMany());
    expect(rows).not.toContain(secret);
    expect(rows).not.toContain(Buffer.from(Secret.fromBase32(secret).bytes).toString('hex'));
  });
});
