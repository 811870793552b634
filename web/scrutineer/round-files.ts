import { utf8 } from '#shared/ballot-paper/bytes.ts';
import { readBox, readManifest, readRecordFile, type RoundDetail } from '#shared/contract/round.ts';
import type { CallError } from '../api/client.ts';
import { call } from '../api/client.ts';
import type { Desk } from './desk-context.ts';
import type { BoxJob } from './box-job.ts';

type Files<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CallError };
type RecordFile = 'board.txt' | 'sigs.json' | 'roll.json' | 'issue.jsonl';

/** One file of the round's record. */
export function recordFile({ token }: Pick<Desk, 'token'>, round: RoundDetail, file: RecordFile): Promise<Files<Uint8Array>> {
  return call(readRecordFile, { params: { roundId: round.id, file } }, token);
}

/** Everything that gate 1 vouches for, downloaded side by side; null where the round has no tree head yet. */
export async function closedFiles(
  desk: Pick<Desk, 'token'>,
  round: RoundDetail,
): Promise<Files<Extract<BoxJob, { kind: 'verify-box' }>['files']>> {
  const [manifest, signatures, roll, issues, box] = await Promise.all([
    call(readManifest, { params: { roundId: round.id } }),
    recordFile(desk, round, 'sigs.json'),
    recordFile(desk, round, 'roll.json'),
    recordFile(desk, round, 'issue.jsonl'),
    call(readBox, { params: { roundId: round.id } }, desk.token),
  ]);
  if (!manifest.ok) return manifest;
  if (!signatures.ok) return signatures;
  if (!roll.ok) return roll;
  if (!issues.ok) return issues;
  if (!box.ok) return box;
  return {
    ok: true,
    value: {
      manifest: manifest.value,
      signatures: signatures.value,
      roll: roll.value,
      issues: issues.value,
      box: box.value,
      treeHead: utf8(round.treeHead?.document ?? ''),
      countReport: utf8(round.countReport?.document ?? ''),
    },
  };
}
