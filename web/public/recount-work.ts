import { type Archive, readArchive } from '#shared/ballot-paper/archive.ts';
import { CHAIN_CHECKS, type CheckName, KEY_CHECKS, RECORD_CHECKS } from '#shared/ballot-paper/check-name.ts';
import { toHex } from '#shared/ballot-paper/hex.ts';
import { fingerprint } from '#shared/ballot-paper/manifest.ts';
import type { Platform } from '#shared/ballot-paper/platform.ts';
import { KEYS_FILE, type RecordFiles, type RecordParts, readRecord } from '#shared/ballot-paper/record.ts';
import { type CheckResult, type VerifyProgress, verifyRecord, verifyRounds } from '#shared/ballot-paper/verify.ts';
import type { RecountAnswer, RecountedRound, RecountNews } from './recount-job.ts';

export type TellNews = (news: RecountNews) => void;

/** Verifies every round of a record and counts its board again. Refuses bad-record, too-large. */
export async function recount(platform: Platform, zip: Uint8Array, tell: TellNews): Promise<RecountAnswer> {
  const started = performance.now();
  const archive = readArchive(zip);
  if (!archive.ok) return { kind: 'refused', reason: archive.reason };
  const { rounds, several } = archive;
  tell({ kind: 'begun', rounds: rounds.map(({ name, files }) => ({ name, checks: checksOf(files, several) })) });
  const results = await verifyAll(platform, archive, tell);
  const recounted = rounds.map(({ name, files }, index) => roundOf(name, files, results[index] ?? []));
  return { kind: 'recounted', rounds: recounted, milliseconds: performance.now() - started };
}

function checksOf(files: RecordFiles, several: boolean): CheckName[] {
  return [...RECORD_CHECKS, ...(files.has(KEYS_FILE) ? KEY_CHECKS : []), ...(several ? CHAIN_CHECKS : [])];
}

function verifyAll(platform: Platform, { rounds, several }: Archive, tell: TellNews): Promise<readonly (readonly CheckResult[])[]> {
  const onProgress = (round: string, progress: Parameters<VerifyProgress>[0]) => tell({ kind: 'progress', round, ...progress });
  const onResult = (round: string, { name, passed }: CheckResult) => tell({ kind: 'checked', round, check: name, passed });
  if (several) {
    const nameOf = (index: number) => rounds[index]?.name ?? '';
    return verifyRounds(
      platform,
      rounds.map(({ files }) => files),
      (index, progress) => onProgress(nameOf(index), progress),
      (index, result) => onResult(nameOf(index), result),
    );
  }
  return Promise.all(
    rounds.map(({ name, files }) =>
      verifyRecord(platform, files, { onProgress: (progress) => onProgress(name, progress), onResult: (result) => onResult(name, result) }),
    ),
  );
}

function roundOf(name: string, files: RecordFiles, checks: readonly CheckResult[]): RecountedRound {
  const { parts } = readRecord(files);
  return {
    name,
    manifest: manifestOf(parts),
    outcomeHash: parts.outcomeHash === null ? null : toHex(parts.outcomeHash),
    checks: checks.map((one) => ({ ...one })),
    withKeys: files.has(KEYS_FILE),
    counted: countedOf(parts),
  };
}

function manifestOf({ manifest, manifestHash }: RecordParts): RecountedRound['manifest'] {
  if (manifest === null || manifestHash === null) return null;
  return { title: manifest.title, number: manifest.number, fingerprint: fingerprint(manifestHash) };
}

function countedOf({ manifest, board }: RecordParts): RecountedRound['counted'] {
  if (board === null) return null;
  const titles = new Map(manifest?.options.map(({ number, title }) => [number, title]));
  const { counts, received, valid, abstained, invalid } = board.tally;
  return { rows: counts.map(({ number, votes }) => ({ number, votes, title: titles.get(number) ?? '' })), ballots: received, valid, abstained, invalid };
}
