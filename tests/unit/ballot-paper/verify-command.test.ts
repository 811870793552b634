import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeArchive, readArchive, sortIntoRounds } from '#shared/ballot-paper/archive.ts';
import { goldenRecord } from './golden.ts';
import { flip, replaceText } from './tamper.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, files: ReadonlyMap<string, Uint8Array>): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  for (const [file, bytes] of files) writeFileSync(join(path, file), bytes);
  return path;
}

/** Lines of stdout and exit code of `npm run verify`. */
function verify(path: string): Promise<{ lines: readonly string[]; code: number }> {
  const script = new URL('../../../scripts/verify.ts', import.meta.url).pathname;
  return new Promise((done) => {
    const child = execFile(process.execPath, ['--import', 'tsx', script, path], (_, stdout) => {
      done({ lines: stdout.trimEnd().split('\n'), code: child.exitCode ?? -1 });
    });
  });
}

describe('npm run verify', () => {
  test('accepts a golden record, a line for each check', async () => {
    const { lines, code } = await verify(new URL('../../data/golden-record', import.meta.url).pathname);
    expect(lines.slice(0, 2)).toEqual(['PASS files', 'PASS manifest']);
    expect(lines.slice(0, -1).every((line) => /^PASS [a-z-]+$/.test(line))).toBe(true);
    expect([lines.length, lines.at(-1), code]).toEqual([33, 'OK', 0]);
  });

  test('names what failed', async () => {
    const files = goldenRecord('golden-record-public');
    replaceText(files, 'board.txt', 'abstained 1', 'abstained 2');
    const { lines, code } = await verify(write('changed', files));
    expect(lines).toContain('FAIL board-counts');
    expect([lines.at(-1), code]).toEqual(['FAILED: board-counts, board-signatures, outcome', 1]);
  });

  test('reads the rounds of a folder, each check behind its round', async () => {
    write('rounds/round-1', goldenRecord('golden-record-public'));
    write('rounds/round-2', new Map([['manifest.json', new Uint8Array()]]));
    const { lines, code } = await verify(join(folder, 'rounds'));
    expect(lines).toContain('PASS round-1 stamps');
    expect(lines).toContain('FAIL round-2 files');
    expect(code).toBe(1);
    expect(lines.at(-1)).toMatch(/^FAILED: round-2 files, round-2 manifest, /);
  });

  test('reads a zip', async () => {
    const path = join(folder, 'record.zip');
    writeFileSync(path, zipSync(Object.fromEntries(goldenRecord('golden-record-public'))));
    expect(await verify(path)).toMatchObject({ code: 0 });
  });

  test.each([['a folder without a record', '.'], ['no such path', 'nowhere'], ['a file that is no zip', 'no.zip']])('answers 2 to %s', async (_, name) => {
    writeFileSync(join(folder, 'no.zip'), flip('AAAA'));
    const empty = mkdtempSync(join(folder, 'empty-'));
    const { lines, code } = await verify(name === '.' ? empty : join(folder, name));
    expect([lines, code]).toEqual([[''], 2]);
  });
});

describe('an archive', () => {
  const golden = goldenRecord('golden-record-public');
  const under = (prefix: string) => new Map([...golden].map(([name, bytes]) => [prefix + name, bytes]));

  test('of several rounds comes in their order, whatever lies beside them', () => {
    const zip = makeArchive([{ number: 10, files: golden }, { number: 2, files: golden }]);
    const read = readArchive(zip);
    expect(read.ok && read.rounds.map(({ name }) => name)).toEqual(['round-2', 'round-10']);
    const inFolder = new Map([...under('x/round-1/'), ...under('x/round-2/'), ['x/readme.txt', new Uint8Array()] as const]);
    const sorted = sortIntoRounds(inFolder);
    expect(sorted.ok && [sorted.several, sorted.rounds.length]).toEqual([true, 2]);
  });

  test('of one record may lie in any folder', () => {
    for (const prefix of ['', 'my record/']) expect(sortIntoRounds(under(prefix))).toMatchObject({ ok: true, several: false });
  });

  test('of records that cannot be told apart is refused', () => {
    expect(sortIntoRounds(new Map([...under('a/'), ...under('b/')]))).toMatchObject({ ok: false, reason: 'bad-record' });
    expect(sortIntoRounds(new Map([...under('a/round-1/'), ...under('b/round-1/')]))).toMatchObject({ ok: false, reason: 'bad-record' });
    expect(sortIntoRounds(new Map())).toMatchObject({ ok: false, reason: 'bad-record' });
  });

  test('that would unpack to more than a gigabyte is not unpacked', () => {
    const zip = zipSync({ 'round-1/box.jsonl': new Uint8Array(1000) });
    // The declared size, in the local header and in the central directory.
    const view = new DataView(zip.buffer);
    const central = zip.length - 22 - 46 - 'round-1/box.jsonl'.length;
    view.setUint32(central + 24, 0xf0000000, true);
    expect(readArchive(zip)).toMatchObject({ ok: false, reason: 'too-large' });
    expect(readArchive(new Uint8Array(100))).toMatchObject({ ok: false, reason: 'bad-record' });
  });
});
