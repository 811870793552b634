import type { RoundDetail } from '#shared/contract/round.ts';
import { refuse } from '#shared/error-code.ts';
import type { Progress } from '../api/worker-job.ts';
import type { BoxAnswer, VerifyBoxJob } from './box-job.ts';
import { type Desk, useDesk } from './desk-context.ts';
import { longWork, type Outcome, type Stage } from './long-work.ts';
import { closedFiles } from './round-files.ts';
import { runBoxJob } from './run-box-job.ts';

/** What the worker found, and the very bytes that it looked at: only they may be signed. */
export type Verified = { readonly found: Extract<BoxAnswer, { kind: 'verified' }>; readonly files: VerifyBoxJob['files'] };

export const verifications = longWork<Verified>();

/** The closed box downloaded and verified in a worker. */
export function useVerification(round: RoundDetail): { readonly stage: Stage<Verified>; readonly start: () => Promise<void> } {
  const desk = useDesk();
  const key = ['verify', round.id, desk.me.position, round.treeHead?.hash, round.countReport?.hash].join('/');
  return verifications.use(key, (onProgress) => verify(desk, round, onProgress));
}

async function verify(desk: Desk, round: RoundDetail, onProgress: (progress: Progress) => void): Promise<Outcome<Verified>> {
  const files = await closedFiles(desk, round);
  if (!files.ok) return { ok: false, refusal: files.error };
  const mine = { position: desk.me.position, sign: desk.keys.sign.publicKey };
  const found = await runBoxJob({ kind: 'verify-box', files: files.value, mine }, onProgress);
  if (found.kind === 'verified') return { ok: true, answer: { found, files: files.value } };
  return { ok: false, refusal: refuse(found.kind === 'refused' ? found.reason : 'unexpected') };
}
