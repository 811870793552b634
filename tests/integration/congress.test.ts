import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAccount, listAccounts, signInAccount } from '#shared/contract/account.ts';
import * as contract from '#shared/contract/congress.ts';
import { CONGRESS_METHOD, STREET_METHOD } from '#shared/domain/method.ts';
import { api } from '#tests/support/api.ts';
import type { Api } from '#tests/support/api.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import { aPreparation, projectInput } from '#tests/support/preparation.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
let client: Api;
let params: { congressId: string };
let clerk: string;

beforeAll(async () => {
  server = await startTestServer({ rehearsal: false });
  client = api(server.url);
  ({ params, clerk } = await aPreparation(server));
});
afterAll(() => server.close());

const add = (number: number, title?: string) => client.call(contract.addProject, { params, body: projectInput(number, title) }, clerk);
const read = () => client.must(contract.readCongress, { params });
const draft = (method: contract.CongressSummary['method']) => client.call(contract.changeMethod, { params, body: method }, clerk);

describe('a congress in preparation', () => {
  it('follows the preset of its profile until the method is drafted by hand', async () => {
    const heading = { title: '票决', place: '某县', year: 2026 };
    const to = (profile: 'street' | 'county') => client.must(contract.changeCongress, { params, body: { ...heading, profile } }, clerk);
    expect((await to('county')).method).toEqual(CONGRESS_METHOD);
    expect((await to('street')).method).toEqual(STREET_METHOD);
    await draft({ ...STREET_METHOD, places: 3 });
    expect((await to('county')).method).toMatchObject({ places: 3, selectionSize: 'exactly' });
  });

  it('keeps its projects in official order, each number once', async () => {
    const three = await add(3);
    await add(1, '文化中心');
    expect(await add(1)).toMatchObject({ ok: false, status: 409, error: { code: 'project-number-taken', field: 'number', figures: { number: 1 } } });
    const target = { what: '站点', atLeast: 8, unit: '个' };
    const change = { ...projectInput(2, '路网'), investment: 12_000_000_000, targets: [target] };
    const projectId = three.ok ? three.value.id : '';
    await client.must(contract.changeProject, { params: { ...params, projectId }, body: change }, clerk);
    expect((await read()).projects).toMatchObject([{ number: 1, title: '文化中心' }, { number: 2, title: '路网', investment: 12_000_000_000, targets: [target], standing: 'candidate' }]);
    expect(codeOf(await client.call(contract.removeProject, { params: { ...params, projectId: crypto.randomUUID() } }, clerk))).toBe('project-unknown');
    const broken = await client.call(contract.addProject, { params, body: { ...projectInput(4), title: '两\n行' } }, clerk);
    expect(broken).toMatchObject({ ok: false, error: { code: 'bad-request', field: 'title' } });
  });

  it('puts its projects in another order, all of them or none, also when two clerks do so at once', async () => {
    const own = await aPreparation(server);
    const call = (projectIds: string[]) => client.call(contract.orderProjects, { params: own.params, body: { projectIds } }, own.clerk);
    const titles = async () => (await client.must(contract.readCongress, { params: own.params })).projects.map(({ number, title }) => `${String(number)} ${title}`);
    const ids: string[] = [];
    for (const [number, title] of [[1, 'A'], [2, 'B'], [5, 'C']] as const) {
      ids.push((await client.must(contract.addProject, { params: own.params, body: projectInput(number, title) }, own.clerk)).id);
    }
    const [a = '', b = '', c = ''] = ids;
    for (const wrong of [[a, b], [a, b, b], [a, b, crypto.randomUUID()]]) expect(codeOf(await call(wrong))).toBe('project-unknown');
    expect(await titles()).toEqual(['1 A', '2 B', '5 C']);
    expect((await Promise.all([call([c, a, b]), call([c, a, b])])).map(codeOf)).toEqual([null, null]);
    expect(await titles()).toEqual(['1 C', '2 A', '3 B']);
  });

  it('refuses a method that could not be adopted, and names the rule', async () => {
    await add(3);
    expect(await draft({ ...STREET_METHOD, places: 3 })).toMatchObject({ ok: false, status: 422, error: { code: 'places-not-below-candidates', figures: { places: 3, candidates: 3 } } });
    const places = { ...STREET_METHOD, places: 2 };
    expect(codeOf(await draft({ ...places, box: { t: 3, n: 3 } }))).toBe('bad-threshold');
    expect(await draft({ ...places, quorum: { numerator: 3, denominator: 2, compare: 'at-least' } })).toMatchObject({ ok: false, error: { code: 'bad-method', field: 'quorum' } });
    expect((await draft(places)).ok).toBe(true);
    expect((await read()).method.places).toBe(2);
  });

  it('does not adjourn, resume or publish', async () => {
    const replies = [
      await client.call(contract.adjourn, { params, body: { reason: '休会' } }, clerk),
      await client.call(contract.resume, { params }, clerk),
      await client.call(contract.publish, { params }, clerk),
    ];
    expect(replies.map(codeOf)).toEqual(['wrong-congress-state', 'wrong-congress-state', 'wrong-congress-state']);
  });

  it('has accounts of its own, each name once', async () => {
    const body = { name: '办事处', password: 'a long password', role: 'office' as const };
    const replies = await Promise.all([1, 2].map(() => client.call(addAccount, { params, body }, clerk)));
    expect(replies.map(codeOf).toSorted()).toEqual(['name-taken', null]);
    expect((await client.must(listAccounts, { params }, clerk)).map(({ name, role }) => [name, role])).toEqual([['王工', 'clerk'], ['办事处', 'office']]);
    const office = await client.must(signInAccount, { body: { ...params, name: body.name, password: body.password } });
    expect(codeOf(await client.call(addAccount, { params, body: { ...body, name: '另一人' } }, office.token))).toBe('forbidden');
    expect(await client.call(addAccount, { params, body: { ...body, password: 'short' } }, clerk)).toMatchObject({ ok: false, error: { code: 'bad-request', field: 'password' } });
  });

  it('is unknown under another id', async () => {
    expect(codeOf(await client.call(contract.readCongress, { params: { congressId: 'AAAAAAAAAAAAAAAAAAAAAA' } }))).toBe('congress-unknown');
  });
});

describe('a meeting', () => {
  it('adjourns between rounds and goes on', async () => {
    const meeting = await aMeeting(server);
    const where = { params: { congressId: meeting.congressId } };
    await server.deps.db.congress.update({ where: { id: meeting.congressId }, data: { state: 'voting' } });
    const adjourn = () => client.call(contract.adjourn, { ...where, body: { reason: '午休' } }, meeting.clerk);
    expect((await Promise.all([adjourn(), adjourn()])).map(codeOf).toSorted()).toEqual([null, 'wrong-congress-state'].toSorted());
    expect(await client.call(contract.resume, where, meeting.clerk)).toMatchObject({ ok: true, value: { state: 'voting' } });
  });

  it('is published by the clerk once it is decided', async () => {
    const meeting = await aMeeting(server);
    const where = { params: { congressId: meeting.congressId } };
    await server.deps.db.congress.update({ where: { id: meeting.congressId }, data: { state: 'decided' } });
    expect(await client.call(contract.publish, where, meeting.clerk)).toMatchObject({ ok: true, value: { state: 'published' } });
    expect(codeOf(await client.call(contract.publish, where, meeting.clerk))).toBe('wrong-congress-state');
    expect(codeOf(await client.call(contract.publish, where, meeting.office))).toBe('forbidden');
  });
});
