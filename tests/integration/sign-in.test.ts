import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toBase64url } from '#shared/ballot-paper/base64url.ts';
import { authKey, signKeyOf } from '#shared/ballot-paper/credential.ts';
import type { SignKey } from '#shared/ballot-paper/credential.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { challenge, listAccounts, renew, signInAccount, signInDelegate, signInScrutineer } from '#shared/contract/account.ts';
import { errorBody } from '#shared/contract/error.ts';
import { readRehearsal, startRehearsal } from '#shared/contract/rehearsal.ts';
import { listDelegates, revokeLetter } from '#shared/contract/roll.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';
import { api } from '#tests/support/api.ts';
import type { Api } from '#tests/support/api.ts';
import { clerkOf, delegateOf, idBytes, proofOf, scrutineerOf, secretOf } from '#tests/support/people.ts';

let server: TestServer;
let client: Api;
let congressId: string;
let otherCongressId: string;

beforeAll(async () => {
  server = await startTestServer();
  client = api(server.url);
  congressId = (await client.must(startRehearsal, { body: { delegates: 6 } })).id;
  otherCongressId = (await client.must(startRehearsal, { body: { delegates: 6 } })).id;
});
afterAll(() => server.close());

async function letterKey(index: number): Promise<SignKey> {
  const { letters } = await client.must(readRehearsal, { params: { congressId } });
  return authKey(NODE_PLATFORM, secretOf(letters[index]?.code), idBytes(congressId));
}

const bogus = toBase64url(new Uint8Array(32).fill(9));

describe('a delegate signs in with the letter', () => {
  it('and learns who the letter belongs to', async () => {
    const { who } = await delegateOf(server.url, congressId, 3);
    expect(who).toMatchObject({ role: 'delegate', congressId, number: '004', name: '代表004' });
  });

  it('once for a nonce', async () => {
    const proof = await proofOf(server.url, congressId, await letterKey(0));
    const replies = await Promise.all([1, 2, 3].map(() => client.call(signInDelegate, { body: proof })));
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    expect(replies.flatMap((reply) => (reply.ok ? [] : [reply.error.code]))).toEqual(['nonce-used', 'nonce-used']);
  });

  it('not with a nonce that was made for another key', async () => {
    const [mine, other] = [await letterKey(0), await letterKey(1)];
    const proof = await proofOf(server.url, congressId, { seed: mine.seed, publicKey: other.publicKey });
    const reply = await client.call(signInDelegate, { body: { ...proof, pk: toBase64url(mine.publicKey) } });
    expect(reply).toMatchObject({ ok: false, error: { code: 'nonce-used' } });
  });

  it('not after the nonce has expired', async () => {
    const proof = await proofOf(server.url, congressId, await letterKey(0));
    await server.deps.db.authNonce.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await client.call(signInDelegate, { body: proof })).toMatchObject({ ok: false, error: { code: 'nonce-used' } });
  });

  it('not for another origin', async () => {
    const proof = await proofOf(server.url, congressId, await letterKey(0), 'https://elsewhere.example');
    expect(await client.call(signInDelegate, { body: proof })).toMatchObject({ ok: false, error: { code: 'bad-signature' } });
  });

  it('under the other name of this machine', async () => {
    const origin = new URL(server.url).origin.replace('localhost', '127.0.0.1');
    const proof = await proofOf(server.url, congressId, await letterKey(0), origin);
    expect((await client.call(signInDelegate, { body: proof })).ok).toBe(true);
  });

  it('not to a congress that the letter does not belong to', async () => {
    const proof = await proofOf(server.url, otherCongressId, await letterKey(0));
    expect(await client.call(signInDelegate, { body: proof })).toMatchObject({ ok: false, status: 403, error: { code: 'letter-of-another-congress' } });
  });

  it('not with a key that no letter has, whose challenge leaves nothing behind', async () => {
    const before = await server.deps.db.authNonce.count();
    const stranger = await signKeyOf(NODE_PLATFORM, new Uint8Array(32).fill(5));
    const proof = await proofOf(server.url, congressId, stranger);
    expect(await client.call(signInDelegate, { body: proof })).toMatchObject({ ok: false, error: { code: 'unknown-key' } });
    expect(await server.deps.db.authNonce.count()).toBe(before);
  });

  it('not with a key of small order', async () => {
    const pk = toBase64url(new Uint8Array(32).with(0, 1));
    expect(await client.call(challenge, { body: { pk } })).toMatchObject({ ok: false, error: { code: 'bad-format', field: 'pk' } });
    const sig = toBase64url(new Uint8Array(64).with(0, 1));
    const reply = await client.call(signInDelegate, { body: { congressId, pk, nonce: bogus, sig } });
    expect(reply).toMatchObject({ ok: false, status: 422, error: { code: 'bad-format', field: 'pk' } });
  });

  it('not with a signature of another length', async () => {
    const proof = await proofOf(server.url, congressId, await letterKey(0));
    const reply = await client.call(signInDelegate, { body: { ...proof, sig: proof.sig.slice(4) } });
    expect(reply).toMatchObject({ ok: false, status: 400, error: { code: 'bad-request', field: 'sig' } });
  });

  it('not with a revoked letter, nor renewed', async () => {
    const clerk = await clerkOf(server.url, congressId);
    const signedIn = await delegateOf(server.url, congressId, 5);
    const params = { congressId, delegateId: signedIn.who.id };
    await client.must(revokeLetter, { params, body: { reason: '遗失' } }, clerk.token);
    const proof = await proofOf(server.url, congressId, await letterKey(5));
    expect(await client.call(signInDelegate, { body: proof })).toMatchObject({ ok: false, error: { code: 'credential-revoked' } });
    expect(await client.call(renew, {}, signedIn.token)).toMatchObject({ ok: false, error: { code: 'credential-revoked' } });
  });

  it('and expired nonces leave the table with later challenges', async () => {
    await proofOf(server.url, congressId, await letterKey(0));
    await server.deps.db.authNonce.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    await proofOf(server.url, congressId, await letterKey(0));
    expect(await server.deps.db.authNonce.count()).toBe(1);
  });
});

describe('a scrutineer signs in with the sheet', () => {
  it('and is the scrutineer of the manifest number', async () => {
    const { who } = await scrutineerOf(server.url, congressId, 2);
    expect(who).toMatchObject({ role: 'scrutineer', congressId, number: '2', name: '代表002' });
  });

  it('not with a delegate letter', async () => {
    const proof = await proofOf(server.url, congressId, await letterKey(0));
    expect(await client.call(signInScrutineer, { body: proof })).toMatchObject({ ok: false, error: { code: 'unknown-key' } });
  });
});

describe('an account signs in with a password', () => {
  it('and a wrong password or an unknown name says the same', async () => {
    for (const name of ['工作人员', '无此账号']) {
      const reply = await client.call(signInAccount, { body: { congressId, name, password: 'wrong password' } });
      expect(reply).toMatchObject({ ok: false, status: 401, error: { code: 'bad-password' } });
    }
  });

  it('later after each failure, but is never locked out', async () => {
    const { accounts } = await client.must(readRehearsal, { params: { congressId: otherCongressId } });
    const account = accounts.find((one) => one.role === 'clerk');
    const body = { congressId: otherCongressId, name: account?.name ?? '', password: account?.password ?? '' };
    for (let failure = 0; failure < 3; failure += 1) await client.call(signInAccount, { body: { ...body, password: 'wrong password' } });
    const started = performance.now();
    expect((await client.call(signInAccount, { body })).ok).toBe(true);
    expect(performance.now() - started).toBeGreaterThan(900);
  });
});

describe('a token', () => {
  const accountsOf = (id: string, token?: string) => client.call(listAccounts, { params: { congressId: id } }, token);

  it('is needed, and forged or expired ones are none', async () => {
    expect(await accountsOf(congressId)).toMatchObject({ ok: false, status: 401, error: { code: 'not-signed-in' } });
    const { who } = await clerkOf(server.url, congressId);
    const claims = { sub: who.id, role: 'clerk', congressId, name: 'x', number: null };
    const now = Math.floor(Date.now() / 1000);
    const forged = [
      token({ ...claims, exp: now + 600 }, 'a secret that is not the server’s, but long enough'),
      token({ ...claims, iat: now - 600, exp: now - 1 }, server.deps.config.jwtSecret),
      token({ ...claims, exp: now + 600 }, '', 'none'),
      token({ ...claims, role: 'root', exp: now + 600 }, server.deps.config.jwtSecret),
      'not.a.token',
    ];
    for (const one of forged) expect(await accountsOf(congressId, one)).toMatchObject({ ok: false, error: { code: 'not-signed-in' } });
    expect(await accountsOf(congressId, token({ ...claims, exp: now + 600 }, server.deps.config.jwtSecret))).toMatchObject({ ok: true });
  });

  it('of another role or congress opens nothing', async () => {
    const delegate = await delegateOf(server.url, congressId, 0);
    expect(await accountsOf(congressId, delegate.token)).toMatchObject({ ok: false, status: 403, error: { code: 'forbidden' } });
    const stranger = await clerkOf(server.url, otherCongressId);
    expect(await accountsOf(congressId, stranger.token)).toMatchObject({ ok: false, status: 403, error: { code: 'another-congress' } });
    const roll = await client.call(listDelegates, { params: { congressId } }, stranger.token);
    expect(roll).toMatchObject({ ok: false, error: { code: 'another-congress' } });
  });

  it('is renewed while it is used', async () => {
    const clerk = await clerkOf(server.url, congressId);
    const again = await client.must(renew, {}, clerk.token);
    expect(again.who).toEqual(clerk.who);
    expect((await accountsOf(congressId, again.token)).ok).toBe(true);
  });
});

describe('a message', () => {
  const post = (body: string) =>
    fetch(`${server.url}${challenge.path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });

  it('that is no JSON is refused with a sentence in both languages', async () => {
    const response = await post('{"pk": ');
    expect(response.status).toBe(400);
    const error = errorBody.parse(await response.json());
    expect(error).toMatchObject({ code: 'bad-request', field: 'body' });
    expect(error.message.zh).toMatch(/\p{Script=Han}/u);
    expect(error.message.en).toMatch(/[a-z]/);
  });

  it('that is too large is refused', async () => {
    const response = await post(JSON.stringify({ pk: 'A'.repeat(300_000) }));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: 'too-large' });
  });

  it('with a field of the wrong form names the field', async () => {
    const response = await post(JSON.stringify({ pk: `${'A'.repeat(42)}+` }));
    expect(await response.json()).toMatchObject({ code: 'bad-request', field: 'pk' });
  });
});

/** A JSON web token made by hand. */
function token(payload: object, secret: string, algorithm: 'HS256' | 'none' = 'HS256'): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: algorithm, typ: 'JWT' })}.${part(payload)}`;
  return algorithm === 'none' ? `${text}.` : `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}
