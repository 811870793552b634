import { useState } from 'react';
import { type RoundDetail, readBox } from '#shared/contract/round.ts';
import { type Refusal, refuse } from '#shared/error-code.ts';
import { type CallError, call } from '../api/client.ts';
import type { BoxAnswer } from './box-job.ts';
import { useDesk } from './desk-context.ts';
import { collectKeys } from './round-keys.ts';
import { runBoxJob } from './run-box-job.ts';

export type Opened = Extract<BoxAnswer, { kind: 'opened' }>;
export type OpeningStage =
  | { readonly kind: 'ready'; readonly refusal: CallError | Refusal | null }
  | { readonly kind: 'downloading' }
  | { readonly kind: 'working'; readonly done: number; readonly total: number }
  | { readonly kind: 'opened'; readonly opened: Opened };

/** Opening and opening again are the same work: keys of the fixed set, the whole box, a board. */
export function useOpening(round: RoundDetail): { readonly stage: OpeningStage; readonly open: () => Promise<void> } {
  const desk = useDesk();
  const [stage, setStage] = useState<OpeningStage>({ kind: 'ready', refusal: null });
  const open = async () => {
    setStage({ kind: 'downloading' });
    const collected = await collectKeys(desk, round);
    if (!collected.ok) {
      setStage({ kind: 'ready', refusal: collected.refusal });
      return;
    }
    const box = await call(readBox, { params: { roundId: round.id } }, desk.token);
    if (!box.ok) {
      setStage({ kind: 'ready', refusal: box.error });
      return;
    }
    const { manifestBytes, treeHead } = collected.sealed;
    const job = { kind: 'open-box' as const, manifest: manifestBytes, treeHead, box: box.value, keys: collected.keys };
    const answer = await runBoxJob(job, ({ done, total }) => setStage({ kind: 'working', done, total }));
    if (answer.kind === 'opened') setStage({ kind: 'opened', opened: answer });
    else setStage({ kind: 'ready', refusal: refuse(answer.kind === 'refused' ? answer.reason : 'unexpected') });
  };
  return { stage, open };
}
