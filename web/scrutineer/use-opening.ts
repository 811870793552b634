import { type RoundDetail, readBox } from '#shared/contract/round.ts';
import { refuse } from '#shared/error-code.ts';
import type { Progress } from '../api/worker-job.ts';
import { call } from '../api/client.ts';
import type { BoxAnswer } from './box-job.ts';
import { type Desk, useDesk } from './desk-context.ts';
import { longWork, type Outcome, type Stage } from './long-work.ts';
import { collectKeys } from './round-keys.ts';
import { runBoxJob } from './run-box-job.ts';

export type Opened = Extract<BoxAnswer, { kind: 'opened' }>;
export type OpeningStage = Stage<Opened>;

export const openings = longWork<Opened>();

/** Opening and opening again are the same work: keys of the fixed set, the whole box, a board. */
export function useOpening(round: RoundDetail): { readonly stage: OpeningStage; readonly start: () => Promise<void> } {
  const desk = useDesk();
  // A board that was declined must be opened anew, not taken out of memory.
  const withdrawn = round.declines.filter(({ gate }) => gate === 'board').map(({ at }) => at);
  const key = ['open', round.id, desk.me.position, round.treeHead?.hash, round.board?.hash ?? 'first', ...withdrawn].join('/');
  return openings.use(key, (onProgress) => open(desk, round, onProgress));
}

async function open(desk: Desk, round: RoundDetail, onProgress: (progress: Progress) => void): Promise<Outcome<Opened>> {
  const collected = await collectKeys(desk, round);
  if (!collected.ok) return collected;
  const box = await call(readBox, { params: { roundId: round.id } }, desk.token);
  if (!box.ok) return { ok: false, refusal: box.error };
  const { manifestBytes, treeHead } = collected.sealed;
  const answer = await runBoxJob({ kind: 'open-box', manifest: manifestBytes, treeHead, box: box.value, keys: collected.keys }, onProgress);
  if (answer.kind === 'opened') return { ok: true, answer };
  return { ok: false, refusal: refuse(answer.kind === 'refused' ? answer.reason : 'unexpected') };
}
