import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBoxRound } from '#server/db/box.repository.ts';
import { syncBoxStates } from '#server/round/box-sync.ts';
import { cast as castEndpoint } from '#shared/contract/booth.ts';
import { ballot } from '#tests/support/ballots.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { close, opened } from '#tests/support/round-day.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

it('a box that a crash left behind its round follows it again, and takes what the round takes', async () => {
  const meeting = await aMeeting(server);
  const { round, booth, papers } = await opened(meeting);
  const [paper] = papers;
  if (paper === undefined) throw new Error('A paper was drawn.');
  const { boxSql } = server.deps;
  const params = { roundId: round.id };
  const body = await ballot(booth, paper, [2, 4]);

  // The round was opened, and the process ended before its box was.
  await boxSql`UPDATE round SET state = 'armed' WHERE round_id = ${round.id}`;
  await syncBoxStates(server.deps);
  expect((await readBoxRound(boxSql, round.id))?.state).toBe('open');
  await meeting.api.must(castEndpoint, { params, body });

  // The box was shut, and the process ended before the round was closed: the countdown's end closes it.
  await boxSql`UPDATE round SET state = 'closed' WHERE round_id = ${round.id}`;
  await syncBoxStates(server.deps);
  expect((await readBoxRound(boxSql, round.id))?.state).toBe('closed');
  expect(await close(meeting, round.id)).toMatchObject({ state: 'closed', received: 1 });
});

it('a box that a crash left behind a void round takes nothing once it follows', async () => {
  const meeting = await aMeeting(server);
  const { round, booth, papers } = await opened(meeting);
  const [paper] = papers;
  if (paper === undefined) throw new Error('A paper was drawn.');
  await server.deps.db.round.update({ where: { id: round.id }, data: { state: 'void', voidedAt: new Date() } });
  await syncBoxStates(server.deps);
  const body = await ballot(booth, paper, [1, 2]);
  expect(codeOf(await meeting.api.call(castEndpoint, { params: { roundId: round.id }, body }))).toBe('round-closed');
});
