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
const importCsv = (csv: string) => client.call(contract.importRoll, { params, body: { csv } }, clerk);
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

describe('a roll file', () => {
  it('is taken with Chinese or English header, byte order mark, Windows line ends and empty lines', async () => {
    expect(await importCsv('\uFEFF代表证号,姓名,代表团\r\n001, 张三 ,第一组\r\n\r\n002,"李,四",第二组\r\n')).toMatchObject({ ok: true, value: { imported: 2 } });
    expect(await importCsv('number,name,delegation\n003,王五,第二组\n')).toMatchObject({ ok: true, value: { imported: 1 } });
    const lines = (await roll()).filter((one) => one.number.startsWith('00')).map(({ number, name, delegation }) => [number, name, delegation]);
    expect(lines).toEqual([['001', '张三', '第一组'], ['002', '李,四', '第二组'], ['003', '王五', '第二组']]);
  });

  it('with bad rows is refused whole, and every bad row is listed with its line and field', async () => {
    const before = await roll();
    const reply = await importCsv(
      ['代表证号,姓名,代表团', '801,赵一,第一组', 'x01,钱二,第一组', '801,孙三,第一组', '001,李四,第一组', '802,,第一组', '803,吴六', `804,${'长'.repeat(41)},`].join('\n'),
    );
    expect(reply).toMatchObject({ ok: false, status: 422, error: { code: 'bad-roll-file', field: 'csv' } });
    const rows = reply.ok ? [] : (reply.error.rows ?? []);
    expect(rows.map(({ line: at, field }) => [at, field])).toEqual([
      [3, 'number'], [4, 'number'], [5, 'number'], [6, 'name'], [7, 'row'], [8, 'name'], [8, 'delegation'],
    ]);
    expect(rows[1]?.message.en).toContain('stands on line 2');
    expect(rows[2]?.message.zh).toContain('001');
    expect(await roll()).toEqual(before);
  });

  it.each([
    ['another header', '姓名,代表证号,代表团\n张三,900,第一组', 1, 'header'],
    ['no delegates', '代表证号,姓名,代表团\n', 1, 'header'],
    ['nothing but spaces', '  \n \n', 1, 'header'],
    ['a quotation mark that never closes', 'number,name,delegation\n901,"张三,第一组\n902,李四,第一组', 2, 'row'],
  ])('with %s is refused', async (_what, csv, at, field) => {
    const reply = await importCsv(csv);
    const rows = reply.ok ? [] : (reply.error.rows ?? []);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ field });
    expect(rows[0]?.line).toBeGreaterThanOrEqual(at);
  });

  it('of 3,000 delegates is taken; one that is too large is refused', async () => {
    const rows = Array.from({ length: 3000 }, (_nothing, index) => `${String(10_000 + index)},代表,第一组`);
    expect(await importCsv(['number,name,delegation', ...rows].join('\n'))).toMatchObject({ ok: true, value: { imported: 3000 } });
    expect(await importCsv('x'.repeat(2_000_001))).toMatchObject({ ok: false, error: { code: 'bad-request', field: 'csv' } });
  });
});

describe('credential letters', () => {
  it('are registered by batch, and a new one revokes the old', async () => {
    const [first, second] = [await add('601'), await add('602')];
    const register = (letters: { delegateId: string; pk: string }[]) => client.call(contract.registerLetters, { params, body: { letters } }, clerk);
    const batch = [{ delegateId: first.id, pk: await aKey(1) }, { delegateId: second.id, pk: await aKey(2) }];
    expect(await register(batch)).toMatchObject({ ok: true, value: { registered: 2 } });
    expect(codeOf(await register(batch))).toBe('key-taken');
    expect(await register([{ delegateId: first.id, pk: await aKey(3) }])).toMatchObject({ ok: true });
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
