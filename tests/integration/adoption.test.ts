import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as contract from '#shared/contract/congress.ts';
import { readAudit, readScreen } from '#shared/contract/publication.ts';
import { readRehearsal, startRehearsal } from '#shared/contract/rehearsal.ts';
import { addDelegate, checkInMany } from '#shared/contract/roll.ts';
import { dismissScrutineer, listScrutineers, nameScrutineer } from '#shared/contract/scrutineer.ts';
import { listRounds, makeManifest, prepareRound } from '#shared/contract/round.ts';
import { api } from '#tests/support/api.ts';
import type { Api } from '#tests/support/api.ts';
import { clerkOf } from '#tests/support/people.ts';
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

/** A rehearsal with five of six delegates in the hall, nothing adopted. */
beforeEach(async () => {
  const { id: congressId } = await client.must(startRehearsal, { body: { delegates: 6 } });
  params = { congressId };
  clerk = (await clerkOf(server.url, congressId)).token;
  const { letters } = await client.must(readRehearsal, { params });
  await client.must(checkInMany, { params, body: { numbers: letters.slice(0, 5).map((letter) => letter.number) } }, clerk);
});

function vote(subject: 'method' | 'scrutineers', votesFor: number, votesAgainst = 0, votesAbstain = 0) {
  return client.call(contract.adopt, { params, body: { subject, votesFor, votesAgainst, votesAbstain } }, clerk);
}
const congress = () => client.must(contract.readCongress, { params });
const reopen = () => client.call(contract.reopenPreparation, { params, body: { reason: '名册有误' } }, clerk);

describe('a show of hands', () => {
  it('carries with more for than against and abstaining, and not with half', async () => {
    expect(await vote('method', 2, 1, 1)).toMatchObject({ ok: true, value: { carried: false } });
    expect((await congress()).state).toBe('preparing');
    expect(await vote('method', 3, 1, 1)).toMatchObject({ ok: true, value: { carried: true, subject: 'method' } });
  });

  it('counts no more hands than delegates in the hall', async () => {
    expect(await vote('method', 6)).toMatchObject({ ok: false, status: 409, error: { code: 'numbers-contradict', figures: { hands: 6, present: 5 } } });
  });

  it('on the scrutineers comes after the method, and then the congress is adopted', async () => {
    expect(codeOf(await vote('scrutineers', 5))).toBe('not-adopted');
    await vote('method', 5);
    expect((await vote('scrutineers', 5)).ok).toBe(true);
    expect((await congress()).state).toBe('adopted');
    const { adoptions } = await client.must(readScreen, { params });
    expect(adoptions.map((adoption) => adoption.subject)).toEqual(['method', 'scrutineers']);
  });

  it('is entered once, also when two clerks press at the same time', async () => {
    const replies = await Promise.all([vote('method', 5), vote('method', 4)]);
    expect(replies.map(codeOf).toSorted()).toEqual(['frozen-by-adoption', null]);
  });

  it('adopts no list without chief, places or keys', async () => {
    await vote('method', 5);
    const [chief, second] = await client.must(listScrutineers, { params }, clerk);
    const dismiss = (id = '') => client.must(dismissScrutineer, { params: { ...params, scrutineerId: id } }, clerk);
    await dismiss(second?.id);
    expect(await vote('scrutineers', 5)).toMatchObject({ ok: false, error: { code: 'too-few-scrutineers', figures: { named: 2, n: 3 } } });
    await client.must(nameScrutineer, { params, body: { delegateId: second?.delegateId ?? '', chief: false, alternate: false } }, clerk);
    expect(await vote('scrutineers', 5)).toMatchObject({ ok: false, error: { code: 'scrutineer-keys-missing', figures: { missing: 1 } } });
    await dismiss(chief?.id);
    expect(codeOf(await vote('scrutineers', 5))).toBe('chief-missing');
  });

  it('adopts no method with as many places as candidates', async () => {
    const { projects } = await congress();
    for (const project of projects.slice(6)) {
      await client.must(contract.removeProject, { params: { ...params, projectId: project.id } }, clerk);
    }
    expect(await vote('method', 5)).toMatchObject({ ok: false, error: { code: 'places-not-below-candidates', figures: { places: 6, candidates: 6 } } });
  });
});

describe('what was adopted', () => {
  it('is frozen as soon as the method is carried: method, candidates, roll', async () => {
    await vote('method', 5);
    const { method, projects, title, place, year, profile } = await congress();
    const [project] = projects;
    if (project === undefined) throw new Error('no project');
    const { id: projectId } = project;
    const changes = [
      client.call(contract.changeMethod, { params, body: { ...method, places: 5 } }, clerk),
      client.call(contract.changeProject, { params: { ...params, projectId }, body: project }, clerk),
      client.call(contract.changeCongress, { params, body: { title, place, year, profile } }, clerk),
      client.call(addDelegate, { params, body: { number: '900', name: '新代表', delegation: '第一组' } }, clerk),
    ];
    expect((await Promise.all(changes)).map(codeOf)).toEqual(changes.map(() => 'frozen-by-adoption'));
    const [chief] = await client.must(listScrutineers, { params }, clerk);
    expect((await reopen()).ok).toBe(true);
    expect((await client.call(dismissScrutineer, { params: { ...params, scrutineerId: chief?.id ?? '' } }, clerk)).ok).toBe(true);
    expect((await client.call(contract.changeMethod, { params, body: { ...method, places: 5 } }, clerk)).ok).toBe(true);
  });

  it('can be taken back before papers are drawn; an unsigned manifest goes too, and all must be adopted again', async () => {
    await vote('method', 5);
    await vote('scrutineers', 5);
    const round = await client.must(prepareRound, { params }, clerk);
    await client.must(makeManifest, { params: { roundId: round.id } }, clerk);
    expect(await reopen()).toMatchObject({ ok: true, value: { state: 'preparing' } });
    const [prepared] = await client.must(listRounds, { params }, clerk);
    expect(prepared).toMatchObject({ state: 'prepared', manifest: null });
    expect((await client.must(readScreen, { params })).adoptions).toEqual([]);
    expect(codeOf(await client.call(makeManifest, { params: { roundId: round.id } }, clerk))).toBe('not-adopted');
    await vote('method', 5);
    await vote('scrutineers', 5);
    expect(await client.call(makeManifest, { params: { roundId: round.id } }, clerk)).toMatchObject({ ok: true });
  });

  it('cannot be taken back while nothing is adopted', async () => {
    expect(await reopen()).toMatchObject({ ok: false, status: 409, error: { code: 'wrong-congress-state' } });
  });

  it('is told by the audit log', async () => {
    await vote('method', 3, 1, 1);
    const read = () => client.must(readAudit, { params, query: { most: 2 } }, clerk);
    const { entries, chain } = await read();
    expect(entries.map((entry) => entry.act)).toEqual(['show of hands', 'checked in']);
    expect(entries[0]?.detail).toContain('3 for, 1 against, 1 abstain, carried');
    expect(chain).toMatchObject({ length: 3, intact: true, head: entries[0]?.hash });
    const older = await client.must(readAudit, { params, query: { before: entries[1]?.sequence } }, clerk);
    expect(older.entries.map((entry) => entry.act)).toEqual(['rehearsal made']);
  });
});
