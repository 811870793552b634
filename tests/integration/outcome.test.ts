import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOffice, readScreen } from '#shared/contract/publication.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import { certified } from '#tests/support/round-day.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Projects 2 and 4 of four win, 5 ballots with one abstention, one paper not returned. */
const CLEAR = [[2, 4], [2, 4], [2, 3], [1, 4], []];

describe('a round from the box to the two lists', () => {
  it('selects the winners, makes the rest key work and decides the congress', async () => {
    const meeting = await aMeeting(server);
    const round = await certified(meeting, CLEAR);
    expect(round).toMatchObject({
      state: 'certified', issued: 6, received: 5,
      countReport: { notReturned: 1, present: 6, valid: true },
      outcome: { valid: 5, abstained: 1, invalid: 0, selected: [2, 4], keyWork: [1, 3], final: true, next: 'none', certifiedBy: '计票人' },
    });
    const office = await meeting.api.must(readOffice, { params: { congressId: meeting.congressId } }, meeting.office);
    expect(office.decided).toBe(true);
    expect(office.selected.map(({ number, votes }) => [number, votes])).toEqual([[2, 3], [4, 3]]);
    expect(office.keyWork.map(({ number }) => number)).toEqual([1, 3]);
    const screen = await meeting.api.must(readScreen, { params: { congressId: meeting.congressId } });
    expect(screen.congress.state).toBe('decided');
    expect(screen.results).toHaveLength(1);
  });
});
