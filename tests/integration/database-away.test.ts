import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer } from '#server/main.ts';
import { boothView } from '#shared/contract/booth.ts';
import { health } from '#shared/contract/service.ts';
import { databaseLine } from '#tests/support/database-line.ts';
import type { DatabaseLine } from '#tests/support/database-line.ts';
import { freshDatabase } from '#tests/support/fresh-database.ts';
import { ballotOn, castBallot, openWithPapers } from '#tests/support/hand.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { testConfig } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

let line: DatabaseLine;
let server: TestServer;
beforeAll(async () => {
  const { url: databaseUrl, drop } = await freshDatabase();
  line = await databaseLine(databaseUrl);
  const dataDir = await mkdtemp(join(tmpdir(), 'vote-test-'));
  const config = await testConfig(dataDir, true);
  const running = await startServer(config, line.url);
  const close = async () => {
    await running.close();
    await line.close();
    await drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  server = { url: running.url, databaseUrl, deps: running.deps, close };
});
afterAll(() => server.close());

it('says so while the database is away, loses nothing, and goes on by itself when it returns', async () => {
  const meeting = await aMeeting(server);
  const { round, papers } = await openWithPapers(meeting);
  const [delegate] = meeting.delegates;
  const ballots = await Promise.all(papers.map((paper) => ballotOn(paper)));
  const [first, second, ...rest] = ballots;
  if (first === undefined || second === undefined) throw new Error('no ballots');
  const before = await castBallot(meeting, round.id, first);
  expect(before.ok).toBe(true);

  await line.cut();
  expect(await castBallot(meeting, round.id, second)).toMatchObject({ ok: false, status: 503, error: { code: 'try-again' } });
  expect(codeOf(await meeting.api.call(boothView, {}, delegate?.token))).toBe('database-unavailable');
  expect(codeOf(await meeting.api.call(health, {}))).toBe('database-unavailable');

  await line.mend();
  await expect.poll(() => meeting.api.call(health, {}).then((reply) => reply.ok), { timeout: 20_000 }).toBe(true);
  await expect.poll(() => castBallot(meeting, round.id, second).then((reply) => reply.ok), { timeout: 20_000 }).toBe(true);
  expect(await castBallot(meeting, round.id, first)).toEqual(before);
  const others = await Promise.all(rest.map((ballot) => castBallot(meeting, round.id, ballot)));
  expect(others.every((reply) => reply.ok)).toBe(true);
  const [row] = await server.deps.boxSql`SELECT count(*)::int AS count FROM box_open WHERE round_id = ${round.id}`;
  expect(row).toEqual({ count: ballots.length });
});
