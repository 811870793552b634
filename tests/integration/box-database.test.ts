import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ballotOn, castBallot, openWithPapers } from '#tests/support/hand.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ ownBoxDatabase: true });
});
afterAll(() => server.close());

async function tablesOf(url: string): Promise<string[]> {
  const sql = postgres(url, { max: 1 });
  const rows = await sql<{ name: string }[]>`
    SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
    WHERE table_schema IN ('public', 'box') AND table_name <> '_prisma_migrations' ORDER BY name`;
  await sql.end();
  return rows.map(({ name }) => name);
}

test('a box in a database of its own holds the ballots, and nothing of the meeting', async () => {
  const meeting = await aMeeting(server, { delegates: 4 });
  const { round, papers } = await openWithPapers(meeting);
  expect(await castBallot(meeting, round.id, await ballotOn(papers[0]))).toMatchObject({ ok: true });

  expect(await tablesOf(server.deps.config.boxDatabaseUrl ?? '')).toEqual(['box.box', 'box.box_open', 'box.deleted_round', 'box.round']);
  expect((await tablesOf(server.databaseUrl)).filter((name) => name.startsWith('box.'))).toEqual([]);
  const sql = postgres(server.deps.config.boxDatabaseUrl ?? '', { max: 1 });
  expect(await sql`SELECT octet_length(pk) AS pk FROM box.box_open`).toMatchObject([{ pk: 32 }]);
  await sql.end();
});
