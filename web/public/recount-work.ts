import { readArchive } from '#shared/ballot-paper/archive.ts';
import type { CheckName } from '#shared/ballot-paper/check-name.ts';
import type { Platform } from '#shared/ballot-paper/platform.ts';
import { KEYS_FILE, type RecordFiles, readRecord } from '#shared/ballot-paper/record.ts';
import { type CheckResult, type VerifyProgress, verifyRecord, verifyRounds } from '#shared/ballot-paper/verify.ts';
import type { RecountAnswer, RecountedRound } from './recount-job.ts';

export type RecountProgress = (progress: { readonly round: string; readonly check: CheckName; readonly done: number; readonly total: number }) => void;

/** Verifies every round of a record and counts its board again. Refuses bad-record, too-large. */
export async function recount(platform: Platform, zip: Uint8Array, onProgress: RecountProgress): Promise<RecountAnswer> {
  const started = performance.now();
  const archive = readArchive(zip);
  if (!archive.ok) return { kind: 'refused', reason: archive.reason };
  const { rounds, several } = archive;
  const report = (round: string, progress: Parameters<VerifyProgress>[0]) => onProgress({ round, ...progress });
  const results = several
    ? await verifyRounds(platform, rounds.map(({ files }) => files), (index, progress) => report(rounds[index]?.name ?? '', progress))
    : await Promise.all(rounds.map(({ name, files }) => verifyRecord(platform, files, { onProgress: (progress) => report(name, progress) })));
  const recounted = rounds.map(({ name, files }, index) => roundOf(name, files, results[index] ?? []));
  return { kind: 'recounted', rounds: recounted, milliseconds: performance.now() - started };
}

function roundOf(name: string, files: RecordFiles, checks: readonly CheckResult[]): RecountedRound {
  const { manifest, board } = readRecord(files).parts;
  const titles = new Map(manifest?.options.map(({ number, title }) => [number, title]));
  const counted =
    board === null
      ? null
      : {
          rows: board.tally.counts.map(({ number, votes }) => ({ number, votes, title: titles.get(number) ?? '' })),
          ballots: board.tally.received,
          valid: board.tally.valid,
          abstained: board.tally.abstained,
          invalid: board.tally.invalid,
        };
  return { name, checks: checks.map((one) => ({ ...one })), withKeys: files.has(KEYS_FILE), counted };
}
