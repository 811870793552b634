import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { toBase64url } from '#shared/ballot-paper/base64url.ts';
import { type CheckName, HAND_CHECKS, KEY_CHECKS, RECORD_CHECKS } from '#shared/ballot-paper/check-name.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { scrutineerSignKey } from '#shared/ballot-paper/scrutineer.ts';
import { failed, verifyRecord, verifyRounds } from '#shared/ballot-paper/verify.ts';
import type { HandCount } from '#shared/domain/hand-count.ts';
import { type Congress, type HeldRound, holdByHand, holdRound, makeCongress } from './election.ts';
import { type Files, type Signable, at, editJson, editLines, editList, flip, hashOf, replaceText, signAgain, textOf } from './tamper.ts';

let congress: Congress;
let seeds: Uint8Array[];
beforeAll(async () => {
  congress = await makeCongress(9);
  const keys = await Promise.all(congress.roots.map((root) => scrutineerSignKey(NODE_PLATFORM, root, congress.electionId)));
  seeds = [congress.server, ...keys].map(({ seed }) => seed);
});

const copy = (held: HeldRound): Files => new Map(held.files);
const verify = async (files: Files) => failed(await verifyRecord(NODE_PLATFORM, files));
const resign = (files: Files, file: Signable, by: readonly number[]) => signAgain(files, file, by, (i) => seeds[i] ?? new Uint8Array(32));

/** Whoever holds server and t scrutineers makes the tree head name changed files. */
async function bind(files: Files): Promise<void> {
  const optional = (name: string) => (files.has(name) ? toBase64url(hashOf(files, name)) : undefined);
  editJson(files, 'sth.json', (head) => ({
    ...head, issues: toBase64url(hashOf(files, 'issue.jsonl')), reissued: optional('reissued.jsonl'), paper: optional('paper.jsonl'),
  }));
  await resign(files, 'sth', [0, 1, 2]);
}

describe('a round with printed ballots and letters made anew', () => {
  let held: HeldRound;
  beforeAll(async () => {
    held = await holdRound(congress, {
      acts: [
        [1, 1, 1, 1, 1, 1, 0, 0], [1, 1, 1, 1, 1, 0, 1, 0], 'not-drawn',
        { printed: [0, 0, 1, 1, 1, 1, 1, 1] }, { printed: [3, 3, 3, 3, 3, 3, 3, 3] }, { printed: [1, 1, 1, 1, 1, 1, 1, 0] }, { printed: 'kept' },
        [0, 0, 0, 0, 0, 0, 0, 0], 'absent',
      ],
      reissued: [0, 1],
    });
  });

  test('is accepted, and its one list tells printed ballots from others only where one was ruled invalid', async () => {
    const files = copy(held);
    const results = await verifyRecord(NODE_PLATFORM, files);
    expect(results.map(({ name }) => name)).toEqual([...RECORD_CHECKS, ...KEY_CHECKS]);
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
    const lines = textOf(files, 'board.txt').split('\n').filter((line) => /^[0-9A-Z]{16} /.test(line)).map((line) => line.slice(17));
    expect(lines.toSorted()).toEqual(['00000000', '00111111', '11111010', '11111100', '11111110 RULE', 'PAPER-INVALID'].toSorted());
    expect(textOf(files, 'board.txt')).toContain('abstained 1\ninvalid 2\n');
  });

  test('writes its lines in one form', () => {
    const first = (name: string) => textOf(copy(held), name).split('\n')[0] ?? '';
    expect(first('reissued.jsonl')).toMatch(/^\{"no":[1-9],"pk":"[\w-]{43}","sig":"[\w-]{86}"\}$/);
    expect(first('paper.jsonl')).toMatch(/^\{"bm":"[\w-]{512}","sig":\[\{"i":1,"sig":"[\w-]{86}"\},\{"i":3,"sig":"[\w-]{86}"\}\]\}$/);
    expect(textOf(copy(held), 'issue.jsonl')).toMatch(/\{"no":[1-9],"paper":true,"sig":"[\w-]{86}"\}\n/);
    expect(textOf(copy(held), 'sth.json')).toMatch(/"root":"[\w-]{43}","reissued":"[\w-]{43}","paper":"[\w-]{43}"\}$/);
  });

  type Tamper = (files: Files) => void | Promise<void>;
  const printedLine = (r: Record<string, unknown>) => r['paper'] === true;
  const signed = z.object({ i: z.number(), sig: z.string() });
  const withSecond = (r: Record<string, unknown>, change: (first: z.infer<typeof signed>, second: z.infer<typeof signed>) => object) => {
    const [first, second] = z.tuple([signed, signed]).parse(r['sig']);
    return { ...r, sig: [first, change(first, second)] };
  };

  test.each<readonly [string, Tamper, readonly CheckName[]]>([
    ['a printed ballot handed out without the chief', (f) => editLines(f, 'issue.jsonl', (l) => l.map((r) => (printedLine(r) ? { ...r, sig: flip(r['sig'], 5) } : r))), ['issue-log', 'paper-issues']],
    ['a drawn paper passed off as a printed one, bound again', async (f) => {
      editLines(f, 'issue.jsonl', (l) => l.map((r, index) => (index === l.findIndex((one) => !printedLine(one)) ? { no: r['no'], paper: true, sig: r['sig'] } : r)));
      await bind(f);
    }, ['paper-issues', 'paper-numbers', 'board']],
    ['a keyed ballot taken out of the log', (f) => editLines(f, 'paper.jsonl', (l) => l.slice(1)), ['paper-log', 'paper-numbers']],
    ['a keyed ballot taken out of the log, bound again', async (f) => { editLines(f, 'paper.jsonl', (l) => l.slice(1)); await bind(f); }, ['paper-numbers', 'board']],
    ['a keyed ballot twice, bound again', async (f) => { editLines(f, 'paper.jsonl', (l) => [...l.slice(0, 1), ...l]); await bind(f); }, ['paper-log', 'board']],
    ['more keyed than handed out, bound again', async (f) => { editLines(f, 'paper.jsonl', (l) => [...l, ...l.slice(0, 2)]); await bind(f); }, ['paper-log', 'paper-numbers', 'board']],
    ['keyed ballots in another order, bound again', async (f) => { editLines(f, 'paper.jsonl', (l) => l.toReversed()); await bind(f); }, ['paper-log', 'board']],
    ['another blinded message', (f) => editLines(f, 'paper.jsonl', at(0, (r) => ({ ...r, bm: flip(r['bm'], 300) }))), ['paper-log', 'paper-signatures']],
    ['a changed second signature, bound again', async (f) => { editLines(f, 'paper.jsonl', at(0, (r) => withSecond(r, (_first, s) => ({ ...s, sig: flip(s.sig, 3) })))); await bind(f); }, ['paper-signatures', 'board']],
    ['the second signature of another scrutineer, bound again', async (f) => { editLines(f, 'paper.jsonl', at(0, (r) => withSecond(r, (_first, s) => ({ ...s, i: 2 })))); await bind(f); }, ['paper-signatures', 'board']],
    ['the chief as the second too, bound again', async (f) => { editLines(f, 'paper.jsonl', at(0, (r) => withSecond(r, (first) => first))); await bind(f); }, ['paper-signatures', 'board']],
    ['no keyed ballots at all, the tree head bound again', async (f) => { f.delete('paper.jsonl'); await bind(f); }, ['paper-log', 'paper-numbers', 'board']],
    ['the file of keyed ballots missing', (f) => { f.delete('paper.jsonl'); }, ['paper-log', 'paper-numbers']],
    ['a letter made anew without the chief', (f) => editLines(f, 'reissued.jsonl', at(0, (r) => ({ ...r, sig: flip(r['sig'], 4) }))), ['reissued', 'reissue-signatures']],
    ['another key in a letter made anew, bound again', async (f) => { editLines(f, 'reissued.jsonl', at(0, (r) => ({ ...r, pk: toBase64url(congress.server.publicKey) }))); await bind(f); }, ['reissue-signatures', 'issue-signatures', 'board']],
    ['a letter made anew for another delegate, bound again', async (f) => { editLines(f, 'reissued.jsonl', at(0, (r) => ({ ...r, no: 1 + (Number(r['no']) % 2) }))); await bind(f); }, ['reissue-signatures', 'issue-signatures', 'board']],
    ['a letter made anew for someone not on the roll, bound again', async (f) => { editLines(f, 'reissued.jsonl', at(1, (r) => ({ ...r, no: 99 }))); await bind(f); }, ['reissued', 'reissue-signatures', 'issue-signatures', 'board']],
    ['one letter twice, bound again', async (f) => { editLines(f, 'reissued.jsonl', (l) => [...l.slice(0, 1), ...l]); await bind(f); }, ['reissued', 'board']],
    ['the letters made anew missing', (f) => { f.delete('reissued.jsonl'); }, ['reissued', 'issue-signatures']],
    ['the letters made anew missing, bound again', async (f) => { f.delete('reissued.jsonl'); await bind(f); }, ['issue-signatures', 'board']],
    ['a file of letters that nothing names', (f) => { editJson(f, 'sth.json', (head) => ({ ...head, reissued: undefined })); }, ['tree-head-signatures', 'reissued', 'board']],
    ['a ballot ruled invalid passed off as malformed', (f) => replaceText(f, 'board.txt', 'PAPER-INVALID', 'MALFORMED'), ['board-signatures', 'outcome', 'opening']],
    ['printed ballots in no form', (f) => { f.set('paper.jsonl', new TextEncoder().encode('{}\n')); }, ['files', 'paper-log', 'paper-signatures', 'paper-numbers']],
  ])('%s is refused', async (_, tamper, names) => {
    const files = copy(held);
    await tamper(files);
    expect(await verify(files)).toEqual(expect.arrayContaining([...names]));
    // What is bound again reaches the signed outcome through the board alone: nothing else may fail.
    const others = (await verify(files)).filter((name) => !names.includes(name));
    expect(others.filter((name) => !['outcome', 'opening', 'board-lines'].includes(name))).toEqual([]);
  });
});

describe('a round counted by hand', () => {
  /** 8 present of 9: 7 issued, 7 received, one blank, one invalid. */
  const COUNT: HandCount = {
    issued: 7, received: 7, abstained: 1, invalid: 1,
    counts: [5, 5, 5, 5, 4, 3, 2, 1].map((votes, index) => ({ number: index + 1, votes })),
  };
  let held: HeldRound;
  beforeAll(async () => {
    held = await holdByHand(congress, { count: COUNT, absent: 1 });
  });

  test('is accepted with what can be checked, and says so', async () => {
    const results = await verifyRecord(NODE_PLATFORM, held.files);
    expect(results.map(({ name }) => name)).toEqual(HAND_CHECKS);
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
    const text = textOf(copy(held), 'outcome.json');
    expect(text).toContain('"hand":true,"ballots":{"issued":7,"received":7,"abstained":1,"invalid":1},"number":1,');
    expect(text).not.toContain('"board"');
  });

  test('is a link of the chain: a tie in it is voted again from a box', async () => {
    const tied = { ...COUNT, counts: [5, 5, 5, 5, 5, 2, 2, 1].map((votes, index) => ({ number: index + 1, votes })) };
    const first = await holdByHand(congress, { count: tied, absent: 1 });
    expect(first.outcome).toMatchObject({ selected: [1, 2, 3, 4, 5], tied: [6, 7], placesLeft: 1, final: false });
    const acts = [[1, 0], [1, 0], [0, 1], [0, 0], 'absent', 'absent', 'absent', 'absent', 'absent'] as const;
    const second = await holdRound(congress, { acts, number: 2, options: [6, 7], places: 1, earlier: [first] });
    const results = await verifyRounds(NODE_PLATFORM, [first.files, second.files]);
    expect(results.map(failed)).toEqual([[], []]);
  });

  test.each<readonly [string, (files: Files) => void | Promise<void>, readonly CheckName[]]>([
    ['other counts', (f) => replaceText(f, 'outcome.json', '"number":5,"votes":4', '"number":5,"votes":3'), ['hand-count', 'outcome-signatures']],
    ['other counts that add up, signed again', async (f) => { replaceText(f, 'outcome.json', '"number":5,"votes":4', '"number":5,"votes":2'); replaceText(f, 'outcome.json', '"number":7,"votes":2', '"number":7,"votes":4'); await resign(f, 'outcome', [1, 2]); }, ['outcome-result']],
    ['more ballots than papers, signed again', async (f) => { replaceText(f, 'outcome.json', '"issued":7', '"issued":6'); await resign(f, 'outcome', [1, 2]); }, ['hand-count']],
    ['more papers than delegates, signed again', async (f) => { replaceText(f, 'outcome.json', '"issued":7', '"issued":9'); await resign(f, 'outcome', [1, 2]); }, ['hand-count']],
    ['an abstention more, signed again', async (f) => { replaceText(f, 'outcome.json', '"abstained":1', '"abstained":2'); await resign(f, 'outcome', [1, 2]); }, ['hand-count']],
    ['another attendance', (f) => editList(f, 'roll.json', at(0, (r) => ({ ...r, in: true }))), ['hand-count']],
    ['another roll', (f) => editList(f, 'roll.json', at(0, (r) => ({ ...r, pk: flip(r['pk'], 20) }))), ['roll']],
    ['one signature', async (f) => resign(f, 'outcome', [1]), ['outcome-signatures']],
    ['a board beside it', (f) => { f.set('board.txt', new TextEncoder().encode('rv1/board\n')); }, ['files']],
  ])('with %s is refused', async (_, tamper, names) => {
    const files = copy(held);
    await tamper(files);
    expect(await verify(files)).toEqual(names);
  });

  test('never passes as one with a box: an outcome names a board or the hand, not both and not neither', async () => {
    for (const change of [{ board: '0'.repeat(64) }, { hand: undefined }, { ballots: undefined }, { hand: false }]) {
      const files = copy(held);
      editJson(files, 'outcome.json', (outcome) => ({ ...outcome, ...change }));
      await resign(files, 'outcome', [1, 2]);
      expect(await verify(files)).toContain('files');
    }
  });
});
