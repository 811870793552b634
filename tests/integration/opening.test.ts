import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnnouncement, readOffice, readScreen } from '#shared/contract/publication.ts';
import * as contract from '#shared/contract/round.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import type { Meeting, TestScrutineer } from '#tests/support/meeting.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { closed, frozen, mustSign, openAs, postBoard, readRound, release, releases, sign } from '#tests/support/round-day.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const CHOICES = [[2, 4], [2, 4], [1, 4], []];

function handOver(meeting: Meeting, roundId: string, from: TestScrutineer, list: Awaited<ReturnType<typeof releases>>) {
  return meeting.api.call(contract.releaseKeys, { params: { roundId }, body: { releases: list } }, from.token);
}

describe('releasing keys', () => {
  it('is refused before the box is frozen', async () => {
    const meeting = await aMeeting(server);
    const round = await closed(meeting, CHOICES);
    const [chief] = meeting.scrutineers;
    expect(codeOf(await handOver(meeting, round.id, chief, await releases(meeting, round, chief)))).toBe('release-too-early');
    const start = await meeting.api.call(contract.startOpening, { params: { roundId: round.id } }, chief.token);
    expect(codeOf(start)).toBe('wrong-round-state');
  });

  it('wants every other scrutineer once, gives each only what is theirs, and fixes the set once', async () => {
    const meeting = await aMeeting(server);
    const round = await frozen(meeting, CHOICES);
    const { api, scrutineers: [chief, second, third] } = meeting;
    const params = { roundId: round.id };
    const start = (by: TestScrutineer) => api.call(contract.startOpening, { params }, by.token);
    const [toSecond, toThird] = await releases(meeting, round, chief);
    if (toSecond === undefined || toThird === undefined) throw new Error('There are two others.');
    for (const wrong of [[toSecond], [toSecond, toSecond], [toSecond, toThird, { ...toThird, to: 1 }], [toSecond, { ...toThird, to: 9 }]]) {
      expect(codeOf(await handOver(meeting, round.id, chief, wrong))).toBe('bad-release');
    }
    expect(await handOver(meeting, round.id, chief, [toSecond, toThird])).toMatchObject({ ok: true, value: { released: [1] } });
    expect(await start(chief)).toMatchObject({ ok: false, error: { code: 'too-few-keys', figures: { released: 1, needed: 2 } } });
    await release(meeting, round, second);
    const mine = await api.must(contract.readReleases, { params }, third.token);
    expect(mine.map((one) => one.from)).toEqual([1, 2]);
    expect(mine[0]?.sealed).toBe(toThird.sealed);
    const seconds = await api.must(contract.readReleases, { params }, second.token);
    expect(seconds).toEqual([{ from: 1, sealed: toSecond.sealed }]);
    const sets = await Promise.all([start(chief), start(second), start(third)]);
    expect(sets.map((reply) => reply.ok && reply.value.released)).toEqual([[1, 2], [1, 2], [1, 2]]);
    const board = await openAs(meeting, round, chief);
    expect(await postBoard(meeting, round, chief, board)).toMatchObject({ ok: true });
    const late = await handOver(meeting, round.id, third, await releases(meeting, round, third));
    expect(codeOf(late)).toBe('opening-started');
    expect(await readRound(meeting, round.id)).toMatchObject({ released: [1, 2], openingSet: [1, 2] });
    expect(codeOf(await api.call(contract.startOpening, { params, query: { without: '2' } }, chief.token))).toBe('opening-started');
  });

  it('is not blocked by one scrutineer whose key opens nothing: another takes the place', async () => {
    const meeting = await aMeeting(server);
    const round = await frozen(meeting, CHOICES);
    const { api, scrutineers: [chief, second, third] } = meeting;
    const params = { roundId: round.id };
    await handOver(meeting, round.id, chief, await releases(meeting, round, chief, new Uint8Array(32).fill(7)));
    await release(meeting, round, second);
    expect(await api.must(contract.startOpening, { params }, chief.token)).toEqual({ released: [1, 2] });
    const alone = await api.call(contract.startOpening, { params, query: { without: '1' } }, second.token);
    expect(alone).toMatchObject({ ok: false, error: { code: 'too-few-keys', figures: { released: 1, needed: 2 } } });
    await release(meeting, round, third);
    expect(await api.must(contract.startOpening, { params, query: { without: '1' } }, second.token)).toEqual({ released: [2, 3] });
    expect(await openAs(meeting, round, second)).toBe(await openAs(meeting, round, third));
  });

  it('lets a wrong key be noticed by its receiver and handed over again', async () => {
    const meeting = await aMeeting(server);
    const round = await frozen(meeting, CHOICES);
    const [chief, second, third] = meeting.scrutineers;
    await release(meeting, round, chief);
    await handOver(meeting, round.id, second, await releases(meeting, round, second, new Uint8Array(32).fill(7)));
    await expect(openAs(meeting, round, chief)).rejects.toThrow('bad-release 2');
    await release(meeting, round, second);
    const board = await openAs(meeting, round, chief);
    expect(await openAs(meeting, round, third)).toBe(board);
  });
});

describe('the board', () => {
  it('is refused when it is not this box’s, signed by another, or doubled; the second scrutineer completes it', async () => {
    const meeting = await aMeeting(server);
    const round = await frozen(meeting, CHOICES);
    const [chief, second] = meeting.scrutineers;
    expect(codeOf(await postBoard(meeting, round, chief, 'rv1/board\n'))).toBe('opening-not-started');
    await release(meeting, round, chief, second);
    const board = await openAs(meeting, round, chief);
    const wrong: Record<string, string> = {
      'another tree head': board.replace(/^sth .{8}/m, 'sth 00000000'),
      'another released set': board.replace('released 1,2', 'released 1,3'),
      'a changed vote': board.replace(' 0101\n', ' 1010\n'),
      'a changed count': board.replace(/^counts \d/m, 'counts 9'),
      'a ballot too few': board.replace(/^[0-9A-Z]{16} 0101\n/m, '').replace('size 4', 'size 3'),
      'a doubled ballot': board.replace(/^([0-9A-Z]{16} 0101\n)/m, '$1$1').replace('size 4', 'size 5'),
      'another form': board.replaceAll('\n', '\r\n'),
      'nothing': '',
    };
    for (const [kind, text] of Object.entries(wrong)) {
      expect(text, kind).not.toBe(board);
      expect(codeOf(await postBoard(meeting, round, chief, text)), kind).toBe('bad-board');
    }
    const foreign = await postBoard(meeting, round, { ...chief, sign: second.sign }, board);
    expect(codeOf(foreign)).toBe('bad-signature');
    const posted = await postBoard(meeting, round, chief, board);
    if (!posted.ok) throw new Error(posted.error.code);
    expect(posted.value).toMatchObject({ state: 'frozen', board: { signedBy: [1] }, outcome: null });
    expect(codeOf(await postBoard(meeting, round, chief, board))).toBe('already-signed');
    expect(codeOf(await sign(meeting, posted.value, chief, 'board'))).toBe('already-signed');
    const tallied = await mustSign(meeting, posted.value, second, 'board');
    expect(tallied).toMatchObject({
      state: 'tallied', board: { signedBy: [1, 2] },
      outcome: { counts: [1, 2, 0, 3].map((votes, index) => ({ number: index + 1, votes })), abstained: 1, selected: [2, 4], certifiedBy: null },
    });
  });

  it('is withdrawn by a scrutineer whose own opening differs, and may be posted again', async () => {
    const meeting = await aMeeting(server);
    const round = await frozen(meeting, CHOICES);
    const [chief, second, third] = meeting.scrutineers;
    await release(meeting, round, chief, second, third);
    const board = await openAs(meeting, round, second);
    // The counts of a doctored board agree with its lines: only a second opening finds it out.
    const doctored = board.replace(' 0101\n', ' 1001\n').replace('counts 1,2', 'counts 2,1');
    const sorted = [...doctored.split('\n').slice(0, 4), ...doctored.split('\n').slice(4, 8).sort(), ...doctored.split('\n').slice(8)].join('\n');
    const posted = await postBoard(meeting, round, chief, sorted);
    expect(posted).toMatchObject({ ok: true, value: { state: 'frozen' } });
    expect(codeOf(await postBoard(meeting, round, second, board))).toBe('board-differs');
    const decline = (by: TestScrutineer) =>
      meeting.api.call(contract.declineGate, { params: { roundId: round.id }, body: { gate: 'board', reason: '开箱结果不一致' } }, by.token);
    expect(codeOf(await decline(chief))).toBe('already-signed');
    expect(await decline(second)).toMatchObject({ ok: true, value: { state: 'frozen', board: null, declines: [{ gate: 'board', position: 2 }] } });
    const again = await postBoard(meeting, round, second, board);
    if (!again.ok) throw new Error(again.error.code);
    expect(await mustSign(meeting, again.value, third, 'board')).toMatchObject({ state: 'tallied', outcome: { selected: [2, 4] } });
  });
});

describe('before two scrutineers have found the same board', () => {
  it('no endpoint shows anybody a tally', async () => {
    const meeting = await aMeeting(server);
    const { api, congressId, clerk, office, scrutineers: [chief, second, third], delegates: [delegate] } = meeting;
    const round = await frozen(meeting, CHOICES);
    await release(meeting, round, chief, second);
    const board = await openAs(meeting, round, chief);
    await postBoard(meeting, round, chief, board);
    const readers = { public: undefined, clerk, office, scrutineer: third.token, delegate: delegate?.token };
    for (const [reader, token] of Object.entries(readers)) {
      for (const file of ['board.txt', 'outcome.json'] as const) {
        expect(codeOf(await api.call(contract.readRecordFile, { params: { roundId: round.id, file } }, token)), `${reader} ${file}`).toBe('record-not-open');
      }
      expect(codeOf(await api.call(contract.readRecordZip, { params: { congressId } }, token)), reader).toBe('record-not-open');
    }
    const detail = await api.must(contract.listRounds, { params: { congressId } }, clerk);
    expect(detail[0]?.outcome).toBeNull();
    const screen = await api.must(readScreen, { params: { congressId } });
    expect(screen.results).toEqual([]);
    expect(await api.must(readOffice, { params: { congressId } }, office)).toMatchObject({ decided: false, selected: [], keyWork: [], rounds: [] });
    expect(codeOf(await api.call(readAnnouncement, { params: { congressId } }))).toBe('not-published');
    const words = JSON.stringify([detail, screen]);
    expect(words).not.toContain('"votes"');
    expect(board.split('\n').slice(4, 8).some((line) => words.includes(line.slice(0, 16)))).toBe(false);
    const certify = await api.call(contract.certify, { params: { roundId: round.id }, body: { hash: '0'.repeat(64) } }, clerk);
    expect(codeOf(certify)).toBe('wrong-round-state');
  });
});
