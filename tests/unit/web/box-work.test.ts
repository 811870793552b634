import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeArchive } from '#shared/ballot-paper/archive.ts';
import { fromBase64url } from '#shared/ballot-paper/base64url.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { KEYS_FILE, RECORD_FILES } from '#shared/ballot-paper/record.ts';
import { findBallots, readTracker } from '#web/public/find-ballot.ts';
import { recount } from '#web/public/recount-work.ts';
import type { OpenBoxJob } from '#web/scrutineer/box-job.ts';
import { doBoxJob } from '#web/scrutineer/box-work.ts';

const FOLDER = new URL('../../data/golden-record/', import.meta.url);
const read = (name: string) => new Uint8Array(readFileSync(new URL(name, FOLDER)));
const nothing = () => undefined;

const keys = z
  .array(z.object({ i: z.int(), sk: z.string() }))
  .parse(JSON.parse(new TextDecoder().decode(read(KEYS_FILE))))
  .map(({ i, sk }) => ({ i, sk: fromBase64url(sk, 32) ?? new Uint8Array() }));

/** The keys of the set in the golden board's header. */
const released = (/^released (.*)$/m.exec(new TextDecoder().decode(read('board.txt')))?.[1] ?? '').split(',').map(Number);

function openJob(change: Partial<OpenBoxJob> = {}): OpenBoxJob {
  const used = keys.filter(({ i }) => released.includes(i));
  return { kind: 'open-box', manifest: read('manifest.json'), treeHead: read('sth.json'), box: read('box.jsonl'), keys: used, ...change };
}

function goldenZip(change: (name: string, bytes: Uint8Array) => Uint8Array = (_name, bytes) => bytes): Uint8Array {
  const files = new Map([...RECORD_FILES, KEYS_FILE].map((name) => [name, change(name, read(name))]));
  return makeArchive([{ number: 1, files }]);
}

describe('opening the box in a scrutineer’s browser', () => {
  it('finds the board that was signed, byte for byte', async () => {
    const answer = await doBoxJob(NODE_PLATFORM, openJob(), nothing);
    expect(answer.kind === 'opened' && Buffer.from(answer.board).equals(read('board.txt'))).toBe(true);
  });

  it('refuses a box from which a ballot was taken', async () => {
    const lines = new TextDecoder().decode(read('box.jsonl')).split('\n');
    const box = new TextEncoder().encode(lines.slice(1).join('\n'));
    expect(await doBoxJob(NODE_PLATFORM, openJob({ box }), nothing)).toEqual({ kind: 'refused', reason: 'box-unverified' });
  });

  it('refuses a key that is not the manifest’s', async () => {
    const [first, second] = openJob().keys;
    const swapped = [{ i: first?.i ?? 0, sk: second?.sk ?? new Uint8Array() }, ...(second === undefined ? [] : [second])];
    expect(await doBoxJob(NODE_PLATFORM, openJob({ keys: swapped }), nothing)).toEqual({ kind: 'refused', reason: 'bad-release' });
  });

  it('refuses to open with fewer than t keys', async () => {
    const alone = openJob().keys.slice(0, 1);
    expect(await doBoxJob(NODE_PLATFORM, openJob({ keys: alone }), nothing)).toEqual({ kind: 'refused', reason: 'too-few-keys' });
  });
});

describe('verifying the box before gate 1', () => {
  const files = {
    manifest: read('manifest.json'), treeHead: read('sth.json'), signatures: read('sigs.json'), roll: read('roll.json'),
    issues: read('issue.jsonl'), box: read('box.jsonl'), countReport: new Uint8Array(),
  };
  const verify = async (change: Partial<typeof files>, position = 1) => {
    const sign = fromBase64url('8gWSwNiLoBMDEzTGtCa2H5JtO9uE4cl6OreonNlkpkU', 32) ?? new Uint8Array();
    const answer = await doBoxJob(NODE_PLATFORM, { kind: 'verify-box', files: { ...files, ...change }, mine: { position, sign } }, nothing);
    return answer.kind === 'verified' ? answer.checks.filter(({ ok }) => !ok).map(({ name }) => name) : [];
  };

  it('passes everything but the count report, which this record does not hold', async () => {
    expect(await verify({})).toEqual(['count-report']);
  });

  it('notices that the manifest holds another key in my place', async () => {
    expect(await verify({}, 2)).toContain('mine');
  });

  it('notices a ballot that was taken out', async () => {
    const lines = new TextDecoder().decode(files.box).split('\n');
    const found = await verify({ box: new TextEncoder().encode(lines.slice(1).join('\n')) });
    expect(found).toEqual(expect.arrayContaining(['numbers', 'root']));
  });
});

describe('recounting a zip in the reader’s browser', () => {
  it('passes every check of a good record with keys', async () => {
    const answer = await recount(NODE_PLATFORM, goldenZip(), nothing);
    const checks = answer.kind === 'recounted' ? answer.rounds.flatMap((round) => round.checks) : [];
    expect(checks.map(({ name }) => name)).toContain('opening');
    expect(checks.filter(({ passed }) => !passed)).toEqual([]);
  });

  it('names the checks that a changed outcome breaks', async () => {
    const zip = goldenZip((name, bytes) =>
      name === 'outcome.json' ? new TextEncoder().encode(new TextDecoder().decode(bytes).replace(/"votes":(\d+)/, '"votes":99')) : bytes,
    );
    const answer = await recount(NODE_PLATFORM, zip, nothing);
    const failed = answer.kind === 'recounted' ? answer.rounds.flatMap(({ checks }) => checks.filter(({ passed }) => !passed).map(({ name }) => name)) : [];
    expect(failed).toEqual(expect.arrayContaining(['outcome-result', 'outcome-signatures']));
  });

  it('refuses what is no record', async () => {
    expect(await recount(NODE_PLATFORM, new Uint8Array([1, 2, 3]), nothing)).toEqual({ kind: 'refused', reason: 'bad-record' });
  });
});

describe('finding a ballot by its tracker', () => {
  const line = /^([0-9A-Z]{16}) 1[01]+$/m.exec(new TextDecoder().decode(read('board.txt')));
  const tracker = line?.[1] ?? '';

  it('shows what the board says of it, typed in any way', () => {
    const typed = readTracker(`${tracker.slice(0, 4).toLowerCase()} - ${tracker.slice(4)}`);
    expect(typed).toBe(tracker);
    const found = findBallots(goldenZip(), tracker);
    expect(found.ok && found.ballots[0]?.marked[0]?.number).toBe(1);
  });

  it('says that a tracker is not on the board', () => {
    expect(findBallots(goldenZip(), '0'.repeat(16))).toEqual({ ok: true, ballots: [] });
  });

  it('does not take a tracker of another length', () => {
    expect(readTracker('ABC')).toBeNull();
  });
});
