import type { RouteOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '#server/app.ts';
import * as account from '#shared/contract/account.ts';
import * as archive from '#shared/contract/archive.ts';
import * as booth from '#shared/contract/booth.ts';
import * as congress from '#shared/contract/congress.ts';
import * as document from '#shared/contract/document.ts';
import type { Endpoint } from '#shared/contract/endpoint.ts';
import * as network from '#shared/contract/network.ts';
import * as printed from '#shared/contract/printed.ts';
import * as publication from '#shared/contract/publication.ts';
import * as rehearsal from '#shared/contract/rehearsal.ts';
import * as roll from '#shared/contract/roll.ts';
import * as round from '#shared/contract/round.ts';
import * as scrutineer from '#shared/contract/scrutineer.ts';
import * as sheetFile from '#shared/contract/sheet-file.ts';
import * as service from '#shared/contract/service.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

const CONTRACT = [
  account, archive, booth, congress, document, network, printed, publication, rehearsal, roll, round, scrutineer, service, sheetFile,
];

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'path' in value && 'who' in value && 'response' in value;
}
const declared = CONTRACT.flatMap((module) => Object.values<unknown>(module)).filter(isEndpoint);

let server: TestServer;
const registered = new Map<string, readonly string[] | undefined>();

beforeAll(async () => {
  server = await startTestServer();
  const onRoute = ({ method, url, config }: RouteOptions) => {
    for (const one of [method].flat()) registered.set(`${one} ${url}`, config?.who);
  };
  const app = await buildApp(server.deps, { databaseUrl: server.databaseUrl, onRoute });
  await app.ready();
  await app.close();
});
afterAll(() => server.close());

test('every endpoint of the contract is served, to exactly the roles it names', () => {
  expect(declared.length).toBeGreaterThan(70);
  for (const { method, path, who } of declared) expect([`${method} ${path}`, registered.get(`${method} ${path}`)]).toEqual([`${method} ${path}`, who]);
});

test('nothing of the API is served that the contract does not declare', () => {
  const known = new Set([...declared.map(({ method, path }) => `${method} ${path}`), `GET ${publication.EVENTS_PATH}`, 'GET /api/openapi.json']);
  const others = [...registered.keys()].filter(
    (route) => /^(GET|POST|PUT|PATCH|DELETE) \/(api|box)\//.test(route) && !route.includes(' /api/docs') && !known.has(route),
  );
  expect(others).toEqual([]);
});

test('who is not named is refused: nobody without a token, no other role with one', async () => {
  const meeting = await aMeeting(server);
  const ids = { congressId: meeting.congressId, roundId: 'AAAAAAAAAAAAAAAAAAAAAA' };
  const id = '00000000-0000-4000-8000-000000000000';
  const tokens = { delegate: meeting.delegates[5]?.token ?? '', scrutineer: meeting.scrutineers[0].token, clerk: meeting.clerk, office: meeting.office };
  for (const { method, path, who } of declared) {
    const url = server.url + path.replace(':congressId', ids.congressId).replace(':roundId', ids.roundId).replace(/:[A-Za-z]+/g, id);
    if (who.includes('public')) continue;
    expect([path, (await fetch(url, { method })).status]).toEqual([path, 401]);
    for (const role of (['delegate', 'scrutineer', 'clerk', 'office'] as const).filter((one) => !who.includes(one))) {
      const refused = await fetch(url, { method, headers: { authorization: `Bearer ${tokens[role]}` } });
      expect([path, role, refused.status]).toEqual([path, role, 403]);
    }
  }
});
