import { utf8 } from '#shared/ballot-paper/bytes.ts';
import { readTreeHead } from '#shared/ballot-paper/tree-head.ts';
import { readBox, readManifest, readRecordFile, type RoundDetail } from '#shared/contract/round.ts';
import type { CallError } from '../api/client.ts';
import { call } from '../api/client.ts';
import type { Desk } from './desk-context.ts';
import type { BoxJob } from './box-job.ts';

type Files<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CallError };
type RecordFile = 'board.txt' | 'outcome.json' | 'sigs.json' | 'roll.json' | 'issue.jsonl' | 'reissued.jsonl' | 'paper.jsonl';

const NO_FILE = { ok: true, value: undefined } as const;

/** One file of the round's record. */
export function recordFile({ token }: Pick<Desk, 'token'>, round: RoundDetail, file: RecordFile): Promise<Files<Uint8Array>> {
  return call(readRecordFile, { params: { roundId: round.id, file } }, token);
}

/** Everything that gate 1 vouches for, downloaded side by side; null where the round has no tree head yet. */
export async function closedFiles(
  desk: Pick<Desk, 'token'>,
  round: RoundDetail,
): Promise<Files<Extract<BoxJob, { kind: 'verify-box' }>['files']>> {
  const head = readTreeHead(utf8(round.treeHead?.document ?? ''));
  const optional = (file: 'reissued' | 'paper') => (head.ok && head.head[file] !== undefined ? recordFile(desk, round, `${file}.jsonl`) : NO_FILE);
  const [manifest, signatures, roll, issues, box, reissued, paper] = await Promise.all([
    call(readManifest, { params: { roundId: round.id } }),
    recordFile(desk, round, 'sigs.json'),
    recordFile(desk, round, 'roll.json'),
    recordFile(desk, round, 'issue.jsonl'),
    call(readBox, { params: { roundId: round.id } }, desk.token),
    optional('reissued'),
    optional('paper'),
  ]);
  if (!manifest.ok) return manifest;
  if (!signatures.ok) return signatures;
  if (!roll.ok) return roll;
  if (!issues.ok) return issues;
  if (!box.ok) return box;
  if (!reissued.ok) return reissued;
  if (!paper.ok) return paper;
  return {
    ok: true,
    value: {
      manifest: manifest.value,
      signatures: signatures.value,
      roll: roll.value,
      issues: issues.value,
      box: box.value,
      reissued: reissued.value,
      paper: paper.value,
      treeHead: utf8(round.treeHead?.document ?? ''),
      countReport: utf8(round.countReport?.document ?? ''),
    },
  };
}
