import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '#server/main.ts';
import type { RunningServer } from '#server/main.ts';
import * as booth from '#shared/contract/booth.ts';
import { EVENTS_PATH } from '#shared/contract/publication.ts';
import { markLeave } from '#shared/contract/roll.ts';
import * as rounds from '#shared/contract/round.ts';
import { api } from '#tests/support/api.ts';
import { ballotOn, castBallot, openWithPapers } from '#tests/support/hand.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import { startTestServer, testConfig } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

/** Two API processes on one database and one key folder: what one does, the other knows. */
let first: TestServer;
let second: RunningServer;

beforeAll(async () => {
  first = await startTestServer();
  const { port, publicOrigins } = await testConfig(first.deps.config.dataDir, true);
  second = await startServer({ ...first.deps.config, port, publicOrigins }, first.databaseUrl);
});
afterAll(async () => {
  await second.close();
  await first.close();
});

test('a change made through one is heard by who listens at the other', async () => {
  const meeting = await aMeeting(first, { delegates: 6, present: 5 });
  const listening = new AbortController();
  const stream = await fetch(second.url + EVENTS_PATH.replace(':congressId', meeting.congressId), { signal: listening.signal });
  const params = { congressId: meeting.congressId, delegateId: meeting.delegates[5]?.id ?? '' };
  await meeting.api.must(markLeave, { params, body: { leave: true } }, meeting.clerk);
  expect(await firstTopic(stream)).toBe('attendance');
  listening.abort();
});

test('a ballot cast at one has its receipt at the other, and a round closed at one is closed at both', async () => {
  const meeting = await aMeeting(first, { delegates: 4 });
  const { round, papers } = await openWithPapers(meeting);
  const message = await ballotOn(papers[0]);
  const cast = await castBallot(meeting, round.id, message);
  const elsewhere = api(second.url);
  const again = await elsewhere.must(booth.cast, { params: { roundId: round.id }, body: message });
  expect(cast.ok && cast.value.receipt).toBe(again.receipt);

  const close = (at: typeof elsewhere) => at.call(rounds.startClosing, { params: { roundId: round.id }, body: { seconds: 1 } }, meeting.clerk);
  const answers = await Promise.all([close(meeting.api), close(elsewhere)]);
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  await expect
    .poll(async () => (await elsewhere.must(rounds.listRounds, { params: { congressId: meeting.congressId } }, meeting.clerk))[0]?.state, { timeout: 10_000 })
    .toBe('closed');
  const late = await elsewhere.call(booth.cast, { params: { roundId: round.id }, body: await ballotOn(papers[1]) });
  expect(late).toMatchObject({ ok: false, error: { code: 'round-closed' } });
});

async function firstTopic(stream: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stream.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const topic = /data: \{"topic":"([a-z]+)"\}/.exec(text)?.[1];
    if (topic !== undefined) return topic;
  }
  return 'the stream ended';
}
