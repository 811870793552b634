import { runInWorker } from '../api/worker-job.ts';
import { type RecountAnswer, type RecountJob, recountWord } from './recount-job.ts';
import type { TellNews } from './recount-work.ts';

/** Recounts in a worker of its own; a worker that stops is a fault of ours and refuses with `unexpected`. */
export async function runRecount(job: RecountJob, tell: TellNews): Promise<RecountAnswer> {
  const worker = new Worker(new URL('./recount-worker.ts', import.meta.url), { type: 'module' });
  const readWord = (data: unknown) => {
    const word = recountWord.parse(data);
    if (word.kind === 'answer') return word;
    tell(word);
    return { kind: 'progress', done: 0, total: 0 } as const;
  };
  try {
    return await runInWorker<RecountAnswer>(worker, job, readWord, () => undefined);
  } catch {
    return { kind: 'refused', reason: 'unexpected' };
  }
}
