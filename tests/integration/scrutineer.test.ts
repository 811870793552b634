import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toBase64url } from '#shared/ballot-paper/base64url.ts';
import { addAccount, changeAccount, enrol, enrolmentOffer, signInScrutineer } from '#shared/contract/account.ts';
import { startRehearsal } from '#shared/contract/rehearsal.ts';
import { changeDelegate, listDelegates } from '#shared/contract/roll.ts';
import * as contract from '#shared/contract/scrutineer.ts';
import { api } from '#tests/support/api.ts';
import type { Api } from '#tests/support/api.ts';
import { clerkOf, proofOf } from '#tests/support/people.ts';
import { keysFor } from '#tests/support/preparation.ts';
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
});
afterAll(() => server.close());

/** A rehearsal whose list is empty again: three delegates are scrutineers, the others are not. */
beforeEach(async () => {
  const { id: congressId } = await client.must(startRehearsal, { body: { delegates: 6 } });
  params = { congressId };
  clerk = (await clerkOf(server.url, congressId)).token;
  for (const one of await list()) await client.must(contract.dismissScrutineer, { params: { ...params, scrutineerId: one.id } }, clerk);
});

const list = () => client.must(contract.listScrutineers, { params }, clerk);

async function name(index: number, as: { chief?: boolean; alternate?: boolean } = {}) {
  const roll = await client.must(listDelegates, { params }, clerk);
  const body = { delegateId: roll[index]?.id ?? '', chief: as.chief ?? false, alternate: as.alternate ?? false };
  return client.call(contract.nameScrutineer, { params, body }, clerk);
}

async function invited(index: number, as: { chief?: boolean; alternate?: boolean } = {}): Promise<string> {
  const reply = await name(index, as);
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value.invitation;
}

async function handIn(invitation: string) {
  const offer = await client.must(enrolmentOffer, { body: { invitation } });
  const { key, ...keys } = await keysFor(offer.congressId, offer.roundIds);
  return { offer, key, body: { invitation, ...keys } };
}

describe('the list of scrutineers', () => {
  it('has one chief, each delegate once, and no chief among the alternates', async () => {
    expect((await name(4, { chief: true })).ok).toBe(true);
    expect(codeOf(await name(5, { chief: true }))).toBe('chief-named');
    expect(codeOf(await name(4))).toBe('delegate-is-scrutineer');
    expect(codeOf(await name(3, { chief: true, alternate: true }))).toBe('bad-request');
  });

  it('numbers the chief first, the others by delegate number, alternates not at all', async () => {
    await name(3);
    await name(1);
    await name(0, { alternate: true });
    await name(5, { chief: true });
    expect((await list()).map(({ delegateNumber, position }) => [delegateNumber, position])).toEqual([
      ['006', 1], ['002', 2], ['004', 3], ['001', null],
    ]);
  });

  it('names no clerk, and no clerk is made of a scrutineer', async () => {
    const account = (role: 'clerk' | 'office', who: string) =>
      client.call(addAccount, { params, body: { name: who, password: 'a long password', role } }, clerk);
    await account('clerk', '代表004');
    expect(codeOf(await name(3))).toBe('clerk-is-scrutineer');
    await name(1, { alternate: true });
    expect(await account('clerk', '代表002')).toMatchObject({ error: { code: 'clerk-is-scrutineer', field: 'name', figures: { name: '代表002' } } });
    const office = await account('office', '代表002');
    const accountId = office.ok ? office.value.id : '';
    expect(await client.call(changeAccount, { params: { ...params, accountId }, body: { role: 'clerk' } }, clerk)).toMatchObject({ error: { code: 'clerk-is-scrutineer', field: 'role' } });
  });

  it('names nobody anew as a clerk either; who is no scrutineer may share a clerk’s name', async () => {
    await name(0, { alternate: true });
    const rename = async (index: number, called: string) => {
      const one = (await client.must(listDelegates, { params }, clerk))[index];
      return client.call(changeDelegate, { params: { ...params, delegateId: one?.id ?? '' }, body: { number: one?.number ?? '', name: called, delegation: '第一组' } }, clerk);
    };
    for (const called of ['工作人员', '工 作 人 员']) expect(await rename(0, called)).toMatchObject({ error: { code: 'clerk-is-scrutineer', field: 'name', figures: { name: called } } });
    expect((await rename(1, '工作人员')).ok).toBe(true);
    expect(codeOf(await name(1))).toBe('clerk-is-scrutineer');
    expect((await rename(0, '工作人')).ok).toBe(true);
    // The database says the same to a program that forgets it.
    const { db } = server.deps;
    await expect(db.delegate.updateMany({ where: { ...params, number: '001' }, data: { name: '工作 人员' } })).rejects.toThrow('a clerk is never a scrutineer');
    await expect(db.account.create({ data: { ...params, name: '工作人', role: 'clerk', passwordHash: 'x' } })).rejects.toThrow('a clerk is never a scrutineer');
    const second = await db.delegate.findFirstOrThrow({ where: { ...params, number: '002' } });
    await expect(db.scrutineer.create({ data: { ...params, delegateId: second.id, chief: false, alternate: true } })).rejects.toThrow('a clerk is never a scrutineer');
  });

  it('lets only one of both lists have a name when two clerks name at once', async () => {
    const roll = await client.must(listDelegates, { params }, clerk);
    const account = (index: number) => client.call(addAccount, { params, body: { name: roll[index]?.name ?? '', password: 'a long password', role: 'clerk' } }, clerk);
    const pairs = await Promise.all([3, 4, 5].map((index) => Promise.all([name(index), account(index)])));
    for (const pair of pairs) expect(pair.map(codeOf).toSorted()).toEqual(['clerk-is-scrutineer', null]);
  });

  it('belongs to the congress of the clerk', async () => {
    const { id } = await client.must(startRehearsal, { body: { delegates: 6 } });
    const other = (await clerkOf(server.url, id)).token;
    const [foreign] = await client.must(contract.listScrutineers, { params: { congressId: id } }, other);
    const dismissed = client.call(contract.dismissScrutineer, { params: { ...params, scrutineerId: foreign?.id ?? '' } }, clerk);
    expect(codeOf(await dismissed)).toBe('scrutineer-unknown');
  });
});

describe('the key ceremony', () => {
  it('takes the public keys and signs the scrutineer in, then and later', async () => {
    const { offer, key, body } = await handIn(await invited(2, { chief: true }));
    expect(offer).toMatchObject({ ...params, name: '代表003', chief: true, rehearsal: true });
    expect(await client.must(enrol, { body })).toMatchObject({ who: { role: 'scrutineer', name: '代表003', number: '1' } });
    const [chief] = await list();
    expect(chief).toMatchObject({ enrolled: true, sign: body.sign });
    expect(chief?.keyCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    const proof = await proofOf(server.url, params.congressId, key);
    expect((await client.call(signInScrutineer, { body: proof })).ok).toBe(true);
  });

  it('takes an invitation once, also when two browsers use it at the same time', async () => {
    const invitation = await invited(2);
    const bodies = [await handIn(invitation), await handIn(invitation)].map(({ body }) => body);
    const replies = await Promise.all(bodies.map((body) => client.call(enrol, { body })));
    expect(replies.map(codeOf).toSorted()).toEqual(['invitation-used', null]);
    expect(await client.call(enrolmentOffer, { body: { invitation } })).toMatchObject({ ok: false, status: 410 });
  });

  it('lets the clerk invite again until keys are there; the old invitation stops working', async () => {
    const first = await invited(2);
    const [one] = await list();
    const again = () => client.call(contract.inviteAgain, { params: { ...params, scrutineerId: one?.id ?? '' } }, clerk);
    const second = await again();
    expect(codeOf(await client.call(enrolmentOffer, { body: { invitation: first } }))).toBe('invitation-used');
    const { body } = await handIn(second.ok ? second.value.invitation : '');
    await client.must(enrol, { body });
    expect(codeOf(await again())).toBe('invitation-used');
  });

  it('refuses what is not this scrutineer’s own set of keys, and the invitation stays good', async () => {
    const { body, offer } = await handIn(await invited(2));
    const other = await keysFor(params.congressId, offer.roundIds);
    const elsewhere = await keysFor(toBase64url(new Uint8Array(16)), offer.roundIds);
    const [first, ...rest] = body.boxKeys;
    if (first === undefined) throw new Error('no box key');
    const refused: [typeof body, string, string][] = [
      [{ ...body, sign: toBase64url(new Uint8Array(32).with(0, 1)) }, 'bad-format', 'sign'],
      [{ ...body, boxKeys: other.boxKeys }, 'bad-signature', 'boxKeys.0.sig'],
      [{ ...body, sign: elsewhere.sign, boxKeys: elsewhere.boxKeys }, 'bad-signature', 'boxKeys.0.sig'],
      [{ ...body, boxKeys: [{ ...first, box: toBase64url(new Uint8Array(65).fill(4)) }, ...rest] }, 'bad-format', 'boxKeys.0.box'],
      [{ ...body, boxKeys: [first, first, ...rest.slice(1)] }, 'bad-request', 'boxKeys'],
    ];
    for (const [wrong, code, field] of refused) {
      expect(await client.call(enrol, { body: wrong })).toMatchObject({ ok: false, error: { code, field } });
    }
    expect((await client.call(enrol, { body })).ok).toBe(true);
  });

  it('refuses the keys of another scrutineer', async () => {
    const first = await handIn(await invited(2));
    await client.must(enrol, { body: first.body });
    const second = await handIn(await invited(3));
    const copied = await client.call(enrol, { body: { ...first.body, invitation: second.body.invitation } });
    expect(codeOf(copied)).toBe('key-taken');
  });
});
