import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isRecordPath, sortIntoRounds } from '#shared/ballot-paper/archive.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { type CheckResult, verifyRecord, verifyRounds } from '#shared/ballot-paper/verify.ts';
import { ARCHIVE_FILE } from '#shared/archive/archive-file.ts';
import { type Unpacked, unpack } from '#shared/archive/unpack.ts';
import { isArchive, verifyArchive } from '#shared/archive/verify-archive.ts';
import type { ArchiveCheck } from '#shared/archive/verify-archive.ts';

/**
 * `npm run verify -- DIR-or-zip`: verifies the archive of a congress, one election record, or the rounds of one
 * congress in folders `round-N`. One line `PASS name` or `FAIL name` for each check, last `OK` or `FAILED: names`; of
 * several rounds each name stands behind that of its folder. Exit code 0, 1, or 2 where nothing readable is there.
 */
const NOTHING_READABLE = 2;

function readPath(path: string): Unpacked {
  if (!statSync(path).isDirectory()) return unpack(readFileSync(path));
  const names = readdirSync(path);
  return { ok: true, files: names.includes(ARCHIVE_FILE) ? readWhole(path) : readRecords(path) };
}

/** An archive that was unpacked: every file in it. */
function readWhole(path: string): ReadonlyMap<string, Uint8Array> {
  const entries = readdirSync(path, { withFileTypes: true, recursive: true }).filter((entry) => !entry.isDirectory());
  return new Map(entries.map(({ parentPath, name }) => [join(parentPath, name).slice(join(path, '/').length).replaceAll('\\', '/'), readFileSync(join(parentPath, name))]));
}

/** The record's own files, and those of the folders right below it. */
function readRecords(path: string): ReadonlyMap<string, Uint8Array> {
  const entries = readdirSync(path, { withFileTypes: true });
  const below = entries.filter((entry) => entry.isDirectory()).flatMap((entry) => filesOf(join(path, entry.name), `${entry.name}/`));
  return new Map([...filesOf(path, ''), ...below]);
}

function filesOf(path: string, prefix: string): [string, Uint8Array][] {
  const names = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile() && isRecordPath(entry.name));
  return names.map(({ name }) => [prefix + name, readFileSync(join(path, name))]);
}

/** Null where there is nothing to verify. */
async function verify(files: ReadonlyMap<string, Uint8Array>): Promise<readonly ArchiveCheck[] | string> {
  if (isArchive(files)) return verifyArchive(NODE_PLATFORM, files);
  const sorted = sortIntoRounds(files);
  if (!sorted.ok) return `holds no election record (${sorted.field ?? sorted.reason})`;
  const { rounds, several } = sorted;
  const [first] = rounds;
  if (!several && first !== undefined) return labelled(await verifyRecord(NODE_PLATFORM, first.files), '');
  const results = await verifyRounds(NODE_PLATFORM, rounds.map((round) => round.files));
  return results.flatMap((result, index) => labelled(result, `${rounds[index]?.name ?? ''} `));
}

function labelled(results: readonly CheckResult[], prefix: string): readonly ArchiveCheck[] {
  return results.map(({ name, ...rest }) => ({ ...rest, label: prefix + name }));
}

async function main(path: string | undefined): Promise<number> {
  if (path === undefined) return nothing('Usage: npm run verify -- DIR-or-zip');
  const read = tryToRead(path);
  if (read === null) return nothing(`${path} cannot be read`);
  if (!read.ok) return nothing(`${path} is refused: ${read.why}`);
  const results = await verify(read.files);
  if (typeof results === 'string') return nothing(`${path} ${results}`);
  for (const { passed, label, detail } of results) {
    console.log(`${passed ? 'PASS' : 'FAIL'} ${label}`);
    if (detail !== undefined) console.error(`  ${label}: ${detail}`);
  }
  const failures = results.filter(({ passed }) => !passed).map(({ label }) => label);
  console.log(failures.length === 0 ? 'OK' : `FAILED: ${failures.join(', ')}`);
  return failures.length === 0 ? 0 : 1;
}

function tryToRead(path: string): Unpacked | null {
  try {
    return readPath(path);
  } catch {
    return null;
  }
}

function nothing(words: string): number {
  console.error(words);
  return NOTHING_READABLE;
}

process.exitCode = await main(process.argv[2]);
