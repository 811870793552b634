import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toBase64url } from '#shared/ballot-paper/base64url.ts';
import { signKeyOf } from '#shared/ballot-paper/credential.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { challenge } from '#shared/contract/account.ts';
import * as contract from '#shared/contract/roll.ts';
import type { Delegate } from '#shared/contract/roll.ts';
import { nameScrutineer } from '#shared/contract/scrutineer.ts';
import { api } from '#tests/support/api.ts';
import type { Api } from '#tests/support/api.ts';
import { aPreparation } from '#tests/support/preparation.ts';
import type { Preparation } from '#tests/support/preparation.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
let client: Api;
let preparation: Preparation;
let params: Preparation['params'];
let clerk: string;

beforeAll(async () => {
  server = await startTestServer({ rehearsal: false });
  client = api(server.url);
  preparation = await aPreparation(server);
  ({ params, clerk } = preparation);
});
afterAll(() => server.close());

const line = (number: string, name = `代表${number}`) => ({ number, name, delegation: '第一组' });
const add = (number: string, name?: string) => client.must(contract.addDelegate, { params, body: line(number, name) }, clerk);
const roll = () => client.must(contract.listDelegates, { params }, clerk);
const ofDelegate = ({ id }: Delegate) => ({ ...params, delegateId: id });
const aKey = async (fill: number) => toBase64url((await signKeyOf(NODE_PLATFORM, new Uint8Array(32).fill(fill))).publicKey);

describe('the roll, one by one', () => {
  it('takes a delegate, corrects and strikes', async () => {
    const delegate = await add('701');
    expect(delegate).toMatchObject({ number: '701', letter: 'none', attendance: 'absent', scrutineer: false });
    const changed = await client.must(contract.changeDelegate, { params: ofDelegate(delegate), body: line('702', '李明') }, clerk);
    expect(changed).toMatchObject({ id: delegate.id, number: '702', name: '李明' });
    await client.must(contract.removeDelegate, { params: ofDelegate(delegate) }, clerk);
    expect((await roll()).map((one) => one.id)).not.toContain(delegate.id);
    expect(codeOf(await client.call(contract.removeDelegate, { params: ofDelegate(delegate) }, clerk))).toBe('delegate-unknown');
  });

  it('refuses a number that is taken, also when two clerks add it at once', async () => {
    const replies = await Promise.all([1, 2].map(() => client.call(contract.addDelegate, { params, body: line('710') }, clerk)));
    expect(replies.map(codeOf).toSorted()).toEqual(['delegate-number-taken', null]);
    const other = await add('711');
    const change = await client.call(contract.changeDelegate, { params: ofDelegate(other), body: line('710') }, clerk);
    expect(change).toMatchObject({ ok: false, status: 409, error: { field: 'number', figures: { number: '710' } } });
  });

  it('names the field that is wrong', async () => {
    const reply = await client.call(contract.addDelegate, { params, body: line('12a') }, clerk);
    expect(reply).toMatchObject({ ok: false, status: 400, error: { code: 'bad-request', field: 'number' } });
  });

  it('keeps a scrutineer', async () => {
    const delegate = await add('720');
    await client.must(nameScrutineer, { params, body: { delegateId: delegate.id, chief: false, alternate: false } }, clerk);
    expect(codeOf(await client.call(contract.removeDelegate, { params: ofDelegate(delegate) }, clerk))).toBe('delegate-is-scrutineer');
  });
});

describe('credential letters', () => {
  it('are registered by batch, and a new one revokes the old', async () => {
    const [first, second] = [await add('601'), await add('602')];
    const register = (letters: { delegateId: string; pk: string }[]) => client.call(contract.registerLetters, { params, body: { letters } }, clerk);
    const batch = [{ delegateId: first.id, pk: await aKey(1) }, { delegateId: second.id, pk: await aKey(2) }];
    expect(await register(batch)).toMatchObject({ ok: true, value: { registered: 2 } });
    // The answer was lost: the same again says the same, and nothing is made anew.
    const lines = () => server.deps.db.auditEntry.count({ where: params });
    const before = await lines();
    expect(await Promise.all([register(batch), register(batch.toReversed())])).toMatchObject([{ value: { registered: 2 } }, { value: { registered: 2 } }]);
    expect([await lines(), await server.deps.db.letter.count({ where: { delegateId: { in: [first.id, second.id] } } })]).toEqual([before, 2]);
    const third = await add('603');
    const others = [
      [{ delegateId: first.id, pk: await aKey(2) }, { delegateId: second.id, pk: await aKey(1) }],
      [...batch, { delegateId: third.id, pk: await aKey(4) }],
      [{ delegateId: third.id, pk: await aKey(1) }],
    ];
    for (const other of others) expect(codeOf(await register(other))).toBe('key-taken');
    expect(await register([{ delegateId: first.id, pk: await aKey(3) }])).toMatchObject({ ok: true });
    // Another letter stands in the place of the first one by now.
    expect(codeOf(await register(batch))).toBe('key-taken');
    await client.must(contract.removeDelegate, { params: ofDelegate(third) }, clerk);
    const letters = await server.deps.db.letter.findMany({ where: { delegateId: first.id } });
    expect(letters.map((letter) => letter.revokedAt === null).toSorted()).toEqual([false, true]);
    expect((await roll()).filter((one) => one.number.startsWith('60')).map((one) => one.letter)).toEqual(['made', 'made']);
  });

  it('that are refused leave the batch undone', async () => {
    const delegate = await add('611');
    const other = await aKey(12);
    const small = toBase64url(new Uint8Array(32));
    const refused: [{ delegateId: string; pk: string }[], string][] = [
      [[{ delegateId: delegate.id, pk: await aKey(11) }, { delegateId: crypto.randomUUID(), pk: other }], 'delegate-unknown'],
      [[{ delegateId: delegate.id, pk: small }], 'bad-format'],
      [[{ delegateId: delegate.id, pk: other }, { delegateId: delegate.id, pk: await aKey(13) }], 'bad-request'],
    ];
    for (const [letters, code] of refused) {
      expect(codeOf(await client.call(contract.registerLetters, { params, body: { letters } }, clerk))).toBe(code);
    }
    expect((await roll()).find((one) => one.id === delegate.id)?.letter).toBe('none');
  });

  it('are revoked with a reason, once', async () => {
    const delegate = await add('621');
    await client.must(contract.registerLetters, { params, body: { letters: [{ delegateId: delegate.id, pk: await aKey(21) }] } }, clerk);
    const revoke = () => client.call(contract.revokeLetter, { params: ofDelegate(delegate), body: { reason: '遗失' } }, clerk);
    expect((await revoke()).ok).toBe(true);
    expect(codeOf(await revoke())).toBe('letters-missing');
    expect((await roll()).find((one) => one.id === delegate.id)?.letter).toBe('revoked');
  });

  it('sign nobody in with a key that is only on the wire', async () => {
    expect((await client.call(challenge, { body: { pk: await aKey(99) } })).ok).toBe(true);
    expect(await server.deps.db.authNonce.count()).toBe(0);
  });
});
