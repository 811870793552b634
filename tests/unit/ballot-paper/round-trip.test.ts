import { describe, expect, test } from 'vitest';
import { makeArchive, readArchive } from '#shared/ballot-paper/archive.ts';
import { CHAIN_CHECKS, KEY_CHECKS, RECORD_CHECKS } from '#shared/ballot-paper/check-name.ts';
import { browserPlatform } from '#shared/ballot-paper/platform-browser.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { makePublicBox } from '#shared/ballot-paper/record-file.ts';
import { boxOf } from '#shared/ballot-paper/record.ts';
import { failed, verifyRecord, verifyRounds } from '#shared/ballot-paper/verify.ts';
import { CONGRESS_METHOD, STREET_METHOD } from '#shared/domain/method.ts';
import { type Act, holdRound, makeCongress } from './election.ts';

const FIRST_SIX: Act = [1, 1, 1, 1, 1, 1, 0, 0];
const LAST_SIX: Act = [0, 0, 1, 1, 1, 1, 1, 1];
const WITH_ONE_AND_SEVEN: Act = [1, 0, 1, 1, 1, 1, 1, 0];
const ABSTENTION: Act = [0, 0, 0, 0, 0, 0, 0, 0];

/** Two ballots each way: 3 to 6 are selected, 1, 2, 7 and 8 tied for two places. */
const TIED: readonly Act[] = [FIRST_SIX, FIRST_SIX, LAST_SIX, LAST_SIX, ABSTENTION, 'not-cast', 'not-drawn', 'absent'];

describe('a round in memory', () => {
  test('gives the outcome that was voted, and a record that is accepted', async () => {
    const round = await holdRound(await makeCongress(6), {
      acts: [FIRST_SIX, FIRST_SIX, WITH_ONE_AND_SEVEN, ABSTENTION, 'not-cast', 'absent'],
    });
    expect(round.outcome.counts.map(({ votes }) => votes)).toEqual([3, 2, 3, 3, 3, 3, 1, 0]);
    expect(round.outcome).toMatchObject({ selected: [1, 2, 3, 4, 5, 6], keyWork: [7, 8], final: true, base: { roll: 6, present: 5, valid: 4 } });
    const results = await verifyRecord(NODE_PLATFORM, round.files);
    expect(results.map(({ name }) => name)).toEqual([...RECORD_CHECKS, ...KEY_CHECKS]);
    expect(failed(results)).toEqual([]);
  });

  test('is accepted in a browser too, at the public level, with progress', async () => {
    const { files } = await holdRound(await makeCongress(3), { acts: [FIRST_SIX, ABSTENTION, LAST_SIX], released: [1, 2, 3] });
    files.delete('keys.json');
    files.set('box.jsonl', makePublicBox(boxOf(files.get('box.jsonl') ?? new Uint8Array()) ?? []));
    const seen: string[] = [];
    const results = await verifyRecord(await browserPlatform(), files, { onProgress: ({ check, done, total }) => seen.push(`${check} ${done}/${total}`) });
    expect(results.map(({ name }) => name)).toEqual(RECORD_CHECKS);
    expect(failed(results)).toEqual([]);
    expect(seen).toContain('stamps 3/3');
    expect(seen).toContain('issue-signatures 3/3');
  });

  test('an empty box is a round as well', async () => {
    const { files, outcome } = await holdRound(await makeCongress(3), { acts: ['absent', 'not-cast', 'not-drawn'] });
    expect(failed(await verifyRecord(NODE_PLATFORM, files))).toEqual([]);
    expect(outcome.tied).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('several rounds', () => {
  test('a tie, a re-vote, a second tie and its ruling', async () => {
    const congress = await makeCongress(8);
    const first = await holdRound(congress, { acts: TIED });
    expect(first.outcome).toMatchObject({ selected: [3, 4, 5, 6], tied: [1, 2, 7, 8], placesLeft: 2, keyWork: [], final: false });
    const revote = { number: 2, options: [1, 2, 7, 8], places: 2, earlier: [first] };
    const acts: readonly Act[] = [[1, 1, 0, 0], [1, 0, 1, 0], 'absent', 'absent', 'absent', 'absent', 'absent', 'absent'];
    const ruling = { text: '以 2 号入选', by: '主持人', reason: '再次得票相等', selected: [2] };
    const second = await holdRound(congress, { ...revote, acts, ruling });
    expect(second.outcome).toMatchObject({ selected: [1, 2], tied: [2, 7], keyWork: [7, 8], final: true });

    const results = await verifyRounds(NODE_PLATFORM, [first.files, second.files]);
    expect(results.map((result) => failed(result))).toEqual([[], []]);
    expect(results[1]?.map(({ name }) => name)).toEqual([...RECORD_CHECKS, ...KEY_CHECKS, ...CHAIN_CHECKS]);
    // By itself the later round is accepted as well: what it says of earlier rounds is left open.
    expect(failed(await verifyRecord(NODE_PLATFORM, second.files))).toEqual([]);
    // In the wrong order, or with another first round, it is not.
    expect(failed((await verifyRounds(NODE_PLATFORM, [second.files, first.files]))[0] ?? [])).toContain('parent');
    const other = await holdRound(congress, { acts: TIED });
    expect(failed((await verifyRounds(NODE_PLATFORM, [other.files, second.files]))[1] ?? [])).toEqual(['parent']);
  });

  test('a shortfall and its second round, in one zip', async () => {
    const congress = await makeCongress(4);
    const method = { ...CONGRESS_METHOD, places: 2, passThreshold: 'half-of-present' } as const;
    const common = { method, options: [1, 2, 3] };
    const first = await holdRound(congress, { ...common, acts: [[1, 0, 0], [1, 0, 0], [1, 1, 0], [0, 0, 1]] });
    expect(first.outcome).toMatchObject({ selected: [1], tied: [], placesLeft: 1, final: false });
    const second = await holdRound(congress, {
      method, number: 2, options: [2, 3], places: 1, earlier: [first], acts: [[1, 0], [1, 0], [1, 0], [0, 1]],
    });
    expect(second.outcome).toMatchObject({ selected: [2], keyWork: [3], final: true });
    const archive = readArchive(makeArchive([{ number: 1, files: first.files }, { number: 2, files: second.files }]));
    if (!archive.ok) throw new Error('The archive must be readable.');
    expect(archive.rounds.map(({ name }) => name)).toEqual(['round-1', 'round-2']);
    const results = await verifyRounds(NODE_PLATFORM, archive.rounds.map(({ files }) => files));
    expect(results.flatMap((result) => failed(result))).toEqual([]);
  });

  test.each([
    ['options', { options: [1, 2, 8], places: 2 }],
    ['places', { options: [1, 2, 7, 8], places: 1 }],
  ])('a re-vote with other %s is named', async (name, plan) => {
    const congress = await makeCongress(8);
    const first = await holdRound(congress, { acts: TIED, method: STREET_METHOD });
    const acts = TIED.map(() => 'absent' as const);
    const second = await holdRound(congress, { ...plan, number: 2, earlier: [first], acts });
    expect(failed((await verifyRounds(NODE_PLATFORM, [first.files, second.files]))[1] ?? [])).toEqual([name]);
  });

  test('no round follows the last one', async () => {
    const congress = await makeCongress(2);
    const first = await holdRound(congress, { acts: [FIRST_SIX, FIRST_SIX] });
    const second = await holdRound(congress, { number: 2, options: [7, 8], places: 1, earlier: [first], acts: [[1, 0], [1, 0]] });
    expect(failed((await verifyRounds(NODE_PLATFORM, [first.files, second.files]))[1] ?? [])).toEqual(['parent', 'places']);
  });
});
