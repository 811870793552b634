import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArchive } from '#shared/ballot-paper/archive.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { RECORD_FILES } from '#shared/ballot-paper/record.ts';
import { verifyRecord } from '#shared/ballot-paper/verify.ts';
import { publish } from '#shared/contract/congress.ts';
import { readAnnouncement } from '#shared/contract/publication.ts';
import * as contract from '#shared/contract/round.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { certified, closed, tallied } from '#tests/support/round-day.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const CLEAR = [[2, 4], [2, 4], [2, 3], [1, 4]];

describe('the election record', () => {
  it('opens to the hall step by step, and to nobody from another congress', async () => {
    const meeting = await aMeeting(server);
    const { api, clerk, office, scrutineers: [chief], delegates: [delegate] } = meeting;
    const round = await closed(meeting, CLEAR);
    const read = (file: (typeof RECORD_FILES)[number], token?: string) =>
      api.call(contract.readRecordFile, { params: { roundId: round.id, file } }, token);
    for (const file of ['roll.json', 'issue.jsonl', 'sth.json'] as const) {
      expect((await read(file, chief.token)).ok, file).toBe(true);
      expect(codeOf(await read(file, delegate?.token)), file).toBe('record-not-open');
      expect(codeOf(await read(file)), file).toBe('record-not-open');
    }
    expect(codeOf(await api.call(contract.readBox, { params: { roundId: round.id } }, clerk))).toBe('forbidden');
    const other = await aMeeting(server);
    expect(codeOf(await read('roll.json', other.scrutineers[0].token))).toBe('record-not-open');
    expect(codeOf(await api.call(contract.readBox, { params: { roundId: round.id } }, other.scrutineers[0].token))).toBe('another-congress');
    expect(codeOf(await read('board.txt', office))).toBe('record-not-open');
  });

  it('shows delegates the board once two scrutineers signed it, the outcome after gate 2', async () => {
    const meeting = await aMeeting(server);
    const round = await tallied(meeting, CLEAR);
    const read = (file: 'board.txt' | 'outcome.json', token?: string) =>
      meeting.api.call(contract.readRecordFile, { params: { roundId: round.id, file } }, token);
    const [delegate] = meeting.delegates;
    expect((await read('board.txt', delegate?.token)).ok).toBe(true);
    expect(codeOf(await read('outcome.json', delegate?.token))).toBe('record-not-open');
    expect((await read('outcome.json', meeting.clerk)).ok).toBe(true);
    expect(codeOf(await read('board.txt', meeting.office))).toBe('record-not-open');
    expect(codeOf(await read('board.txt'))).toBe('record-not-open');
  });

  it('stays with the hall where the method says so, and the announcement names no counts', async () => {
    const meeting = await aMeeting(server);
    const round = await certified(meeting, CLEAR);
    const params = { congressId: meeting.congressId };
    expect(codeOf(await meeting.api.call(readAnnouncement, { params }))).toBe('not-published');
    await meeting.api.must(publish, { params }, meeting.clerk);
    const announcement = await meeting.api.must(readAnnouncement, { params });
    expect(announcement.selected.map((project) => project.number)).toEqual([2, 4]);
    expect(announcement.rounds.map((one) => one.counts)).toEqual([null]);
    expect(announcement.recordOpen).toBe(false);
    expect(codeOf(await meeting.api.call(contract.readRecordZip, { params }))).toBe('record-not-open');
    const outcome = await meeting.api.call(contract.readRecordFile, { params: { roundId: round.id, file: 'outcome.json' } });
    expect(codeOf(outcome)).toBe('record-not-open');
    expect((await meeting.api.call(contract.readRecordZip, { params }, meeting.delegates[4]?.token)).ok).toBe(true);
  });

  it('is never public below ten ballots', async () => {
    const meeting = await aMeeting(server, { method: { recordOpenTo: 'everyone', publicList: 'names-and-counts' } });
    await certified(meeting, CLEAR);
    const params = { congressId: meeting.congressId };
    await meeting.api.must(publish, { params }, meeting.clerk);
    expect(codeOf(await meeting.api.call(contract.readRecordZip, { params }))).toBe('record-too-small');
    const announcement = await meeting.api.must(readAnnouncement, { params });
    expect(announcement).toMatchObject({ recordOpen: false, rounds: [{ counts: [{ number: 1, votes: 1 }, { number: 2, votes: 3 }, { number: 3, votes: 1 }, { number: 4, votes: 3 }] }] });
  });

  it('is open to everyone after publication where the method says so, and verifies file by file and as a zip', async () => {
    const meeting = await aMeeting(server, { delegates: 12, method: { recordOpenTo: 'everyone' } });
    const round = await certified(meeting, [...CLEAR, ...CLEAR, ...CLEAR]);
    const params = { congressId: meeting.congressId };
    expect(codeOf(await meeting.api.call(contract.readRecordZip, { params }))).toBe('not-published');
    await meeting.api.must(publish, { params }, meeting.clerk);
    const files = new Map<string, Uint8Array>();
    for (const file of RECORD_FILES) {
      files.set(file, await meeting.api.must(contract.readRecordFile, { params: { roundId: round.id, file } }));
    }
    const results = await verifyRecord(NODE_PLATFORM, files);
    expect(results.filter((check) => !check.passed)).toEqual([]);
    expect(Buffer.from(files.get('box.jsonl') ?? []).toString()).not.toContain('"box"');
    const archive = readArchive(await meeting.api.must(contract.readRecordZip, { params }));
    expect(archive.ok && archive.rounds.map((one) => [...one.files.keys()].sort())).toEqual([[...RECORD_FILES].sort()]);
  });
});
