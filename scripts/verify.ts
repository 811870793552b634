import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Archive, isRecordPath, readArchive, sortIntoRounds } from '#shared/ballot-paper/archive.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { type CheckResult, verifyRecord, verifyRounds } from '#shared/ballot-paper/verify.ts';
import type { Refusal } from '#shared/error-code.ts';

/**
 * `npm run verify -- DIR-or-zip`: verifies one election record, or the rounds of one congress in folders `round-N`.
 * One line `PASS name` or `FAIL name` for each check, last `OK` or `FAILED: names`; of several rounds each name
 * stands behind that of its folder. Exit code 0, 1, or 2 where nothing readable is there.
 */
const NOTHING_READABLE = 2;

function readPath(path: string): Archive | Refusal {
  return statSync(path).isDirectory() ? sortIntoRounds(readFolder(path)) : readArchive(readFileSync(path));
}

/** The record's own files, and those of the folders right below it. */
function readFolder(path: string): ReadonlyMap<string, Uint8Array> {
  const entries = readdirSync(path, { withFileTypes: true });
  const below = entries.filter((entry) => entry.isDirectory()).flatMap((entry) => filesOf(join(path, entry.name), `${entry.name}/`));
  return new Map([...filesOf(path, ''), ...below]);
}

function filesOf(path: string, prefix: string): [string, Uint8Array][] {
  const names = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile() && isRecordPath(entry.name));
  return names.map(({ name }) => [prefix + name, readFileSync(join(path, name))]);
}

async function verify(archive: Archive): Promise<readonly (CheckResult & { readonly label: string })[]> {
  const { rounds, several } = archive;
  const [first] = rounds;
  if (!several && first !== undefined) return labelled(await verifyRecord(NODE_PLATFORM, first.files), '');
  const results = await verifyRounds(NODE_PLATFORM, rounds.map(({ files }) => files));
  return results.flatMap((result, index) => labelled(result, `${rounds[index]?.name ?? ''} `));
}

function labelled(results: readonly CheckResult[], prefix: string) {
  return results.map((result) => ({ ...result, label: prefix + result.name }));
}

async function main(path: string | undefined): Promise<number> {
  if (path === undefined) return nothing('Usage: npm run verify -- DIR-or-zip');
  const archive = tryToRead(path);
  if (archive === null) return nothing(`${path} cannot be read`);
  if (!archive.ok) return nothing(`${path} holds no election record (${archive.field ?? archive.reason})`);
  const results = await verify(archive);
  for (const { passed, label, detail } of results) {
    console.log(`${passed ? 'PASS' : 'FAIL'} ${label}`);
    if (detail !== undefined) console.error(`  ${label}: ${detail}`);
  }
  const failures = results.filter(({ passed }) => !passed).map(({ label }) => label);
  console.log(failures.length === 0 ? 'OK' : `FAILED: ${failures.join(', ')}`);
  return failures.length === 0 ? 0 : 1;
}

function tryToRead(path: string): Archive | Refusal | null {
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
