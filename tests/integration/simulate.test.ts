import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { failed, verifyRounds } from '#shared/ballot-paper/verify.ts';
import { readSimulation, simulateDelegates, startRehearsal } from '#shared/contract/rehearsal.ts';
import { openRound } from '#shared/contract/round.ts';
import { readArguments } from '#scripts/simulation/arguments.ts';
import { simulateDay } from '#scripts/simulation/day.ts';
import { isEmptyFolder } from '#scripts/simulation/record-folder.ts';
import { api } from '#tests/support/api.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import { clerkOf } from '#tests/support/people.ts';
import { keepRehearsalLetters } from '#tests/support/rehearsal-letters.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { enterHeadCount, armed, readRound } from '#tests/support/round-day.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await startTestServer();
  folder = await mkdtemp(join(tmpdir(), 'vote-simulate-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function readLevel(level: string, rounds: number): Promise<ReadonlyMap<string, Uint8Array>[]> {
  return Promise.all(Array.from({ length: rounds }, async (_nothing, index) => {
    const path = join(folder, level, `round-${String(index + 1)}`);
    const names = await readdir(path);
    return new Map(await Promise.all(names.map(async (name): Promise<[string, Uint8Array]> => [name, await readFile(join(path, name))])));
  }));
}

describe('a simulated day', () => {
  it('ends with six selected and two key work, and both levels of its record verify', async () => {
    const wanted = readArguments(['--delegates', '16', '--absent', '2', '--not-cast', '1', '--abstain', '2', '--seed', '3', '--out', folder]);
    const day = await simulateDay(server.url, wanted, null, () => undefined);
    expect(day).toMatchObject({ summoned: 16, present: 14, issued: 14, received: 13, valid: 13, abstained: 2, invalid: 0 });
    for (const round of day.rounds) expect(round).toMatchObject({ issued: 14, received: 13, abstained: 2, invalid: 0 });
    expect(day.counts.reduce((sum, { votes }) => sum + votes, 0)).toBe(11 * 6);
    expect(day.rounds.at(-1)?.outcome.final).toBe(true);
    expect([...day.outcome.selected, ...day.outcome.keyWork].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(day.outcome.selected).toHaveLength(6);
    for (const level of ['record', 'audit']) {
      const results = await verifyRounds(NODE_PLATFORM, await readLevel(level, day.rounds.length));
      expect(results.flatMap(failed)).toEqual([]);
    }
  });

  it('names a wrong argument and leaves a folder with anything in it alone', async () => {
    expect(() => readArguments(['--delegates', 'many', '--out', 'x'])).toThrow('--delegates');
    expect(() => readArguments([])).toThrow('--out');
    expect(() => readArguments(['--out', 'x', '--abstain', '54'])).toThrow('--abstain');
    const used = await mkdtemp(join(folder, 'used-'));
    expect(await isEmptyFolder(used)).toBe(true);
    expect(await isEmptyFolder(join(used, 'not-yet'))).toBe(true);
    await writeFile(join(used, 'kept.txt'), 'mine');
    expect(await isEmptyFolder(used)).toBe(false);
  });
});

describe('simulated delegates of a rehearsal', () => {
  it('check in at the clerk\'s word, and only then', async () => {
    const { id: congressId } = await api(server.url).must(startRehearsal, { body: { delegates: 8, scrutineers: 3, threshold: 2 } });
    const { token } = await clerkOf(server.url, congressId);
    const act = (body: { act: 'check-in' | 'draw' | 'cast'; delegates: number }) => api(server.url).call(simulateDelegates, { params: { congressId }, body }, token);
    expect(codeOf(await act({ act: 'draw', delegates: 3 }))).toBe('round-not-armed');
    expect(await act({ act: 'check-in', delegates: 7 })).toMatchObject({ ok: true, value: { started: 7 } });
    const progress = () => api(server.url).must(readSimulation, { params: { congressId } }, token);
    await expect.poll(progress, { timeout: 20_000 }).toEqual({ running: false, done: 7, of: 7, failed: 0, lastFailure: null });
    expect(await server.deps.db.checkIn.count({ where: { congressId } })).toBe(7);
    expect(codeOf(await api(server.url).call(simulateDelegates, { params: { congressId }, body: { act: 'cast', delegates: 1 } }))).toBe('not-signed-in');
  });

  it('are refused to a real congress', async () => {
    const real = await aMeeting(server, { rehearsal: false });
    const input = { params: { congressId: real.congressId }, body: { act: 'draw' as const, delegates: 3 } };
    expect(codeOf(await real.api.call(simulateDelegates, input, real.clerk))).toBe('rehearsal-only');
  });

  it('draw, and cast once each, beside the people in the hall', async () => {
    const meeting = await aMeeting(server, { delegates: 6 });
    await keepRehearsalLetters(meeting);
    const round = await armed(meeting);
    const run = async (act: 'draw' | 'cast', delegates: number) => {
      const input = { params: { congressId: meeting.congressId }, body: { act, delegates, leaning: 'tie' as const } };
      const started = await meeting.api.must(simulateDelegates, input, meeting.clerk);
      const progress = () => meeting.api.must(readSimulation, { params: input.params }, meeting.clerk);
      await expect.poll(progress, { timeout: 20_000 }).toMatchObject({ running: false, failed: 0, of: started.started });
    };
    await run('draw', 6);
    expect(await readRound(meeting, round.id)).toMatchObject({ issued: 6 });
    await enterHeadCount(meeting, round);
    await meeting.api.must(openRound, { params: { roundId: round.id }, body: {} }, meeting.clerk);
    await run('cast', 4);
    await run('cast', 6);
    const [row] = await server.deps.boxSql`SELECT count(*)::int AS count FROM box_open WHERE round_id = ${round.id}`;
    expect(row).toEqual({ count: 6 });
  });
});
