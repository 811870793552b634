import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRound as readRoundRecord } from '#server/db/round.repository.ts';
import { shownReceived } from '#server/round/received.ts';
import { readOffice, readScreen } from '#shared/contract/publication.ts';
import { listRounds } from '#shared/contract/round.ts';
import { cast } from '#tests/support/ballots.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { opened, until } from '#tests/support/round-day.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('the hall screen', () => {
  it('shows the figures of the hall to everyone, and the received only in steps', async () => {
    const meeting = await aMeeting(server, { present: 5 });
    const params = { congressId: meeting.congressId };
    const before = await meeting.api.must(readScreen, { params });
    expect(before).toMatchObject({ summoned: 6, present: 5, quorum: { needed: 4, met: true }, issued: 0, received: 0, results: [] });
    expect(before.scrutineers.map(({ name, chief }) => [name, chief])).toEqual([['代表001', true], ['代表002', false], ['代表003', false]]);
    const { round, booth, papers } = await opened(meeting, meeting.delegates.slice(0, 5));
    const record = await readRoundRecord(server.deps.db, round.id);
    if (record === null) throw new Error('The round is there.');
    const later = Date.now() + 3_600_000;
    const startOfStep = later - (later % 5_000);
    expect(await shownReceived(server.deps, record, startOfStep)).toBe(0);
    for (const paper of papers) await cast(meeting, booth, paper, [2, 4]);
    expect(await shownReceived(server.deps, record, startOfStep + 4_999)).toBe(0);
    expect(await shownReceived(server.deps, record, startOfStep + 5_000)).toBe(5);
    await until(meeting, round.id, (now) => now.received === 5);
    expect(await meeting.api.must(readScreen, { params })).toMatchObject({ issued: 5, received: 5, results: [], congress: { round: { state: 'open' } } });
  });

  it('is the only view of rounds without a token', async () => {
    const meeting = await aMeeting(server);
    const params = { congressId: meeting.congressId };
    expect(codeOf(await meeting.api.call(listRounds, { params }))).toBe('not-signed-in');
    expect(codeOf(await meeting.api.call(listRounds, { params }, meeting.delegates[0]?.token))).toBe('forbidden');
    expect(codeOf(await meeting.api.call(readOffice, { params }, meeting.delegates[0]?.token))).toBe('forbidden');
    expect(codeOf(await meeting.api.call(readScreen, { params: { congressId: 'A'.repeat(22) } }))).toBe('congress-unknown');
  });
});
