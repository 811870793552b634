import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { errorBody } from '#shared/contract/error.ts';
import { readPublicOrigin } from '#shared/contract/network.ts';
import { health } from '#shared/contract/service.ts';
import { api } from '#tests/support/api.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('it is ready when both databases answer', async () => {
  expect(await api(server.url).must(health, {})).toMatchObject({ ready: true });
});

test('what is printed names the configured address, wherever it is asked from', async () => {
  const [configured] = server.deps.config.publicOrigins;
  const at = server.url.replace('localhost', '127.0.0.1');
  expect(await api(at).must(readPublicOrigin, {})).toEqual({ origin: configured });
});

test('an unknown path is refused with a code and both languages', async () => {
  const response = await fetch(`${server.url}/api/nothing-here`);
  expect(response.status).toBe(404);
  const { code, message } = errorBody.parse(await response.json());
  expect(code).toBe('not-found');
  expect(message.zh).toMatch(/\p{Script=Han}/u);
  expect(message.en).toMatch(/^[A-Z][\x20-\x7e]+$/);
});

test('malformed and oversized JSON are refused without an explanation of ours', async () => {
  const post = (body: string) =>
    fetch(`${server.url}/api/auth/challenge`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect((await post('{"pk":')).status).toBe(400);
  expect(await (await post('{"pk":1}')).json()).toMatchObject({ code: 'bad-request', field: 'pk' });
  const large = await post(JSON.stringify({ pk: 'A'.repeat(2_000_000) }));
  expect(large.status).toBe(413);
  expect(await large.json()).toMatchObject({ code: 'too-large' });
});

test('the API describes itself, and the reference page loads nothing from elsewhere', async () => {
  const document = z
    .object({ openapi: z.string(), paths: z.record(z.string(), z.record(z.string(), z.object({ summary: z.string() }))) })
    .parse(await (await fetch(`${server.url}/api/openapi.json`)).json());
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining(['/api/health', '/api/auth/challenge', '/api/rounds/{roundId}/paper', '/box/{roundId}']),
  );
  const page = await (await fetch(`${server.url}/api/docs/`)).text();
  expect(page).toContain('swagger');
  expect(page).not.toMatch(/(src|href)="https?:\/\//);
});
