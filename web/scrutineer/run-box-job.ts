import { type Progress, runInWorker } from '../api/worker-job.ts';
import { type BoxAnswer, type BoxJob, boxWord } from './box-job.ts';

/** Runs a job in a worker of its own; a worker that stops is a fault of ours and refuses with `unexpected`. */
export async function runBoxJob(job: BoxJob, onProgress: (progress: Progress) => void): Promise<BoxAnswer> {
  const worker = new Worker(new URL('./box-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await runInWorker<BoxAnswer>(worker, job, (data) => boxWord.parse(data), onProgress);
  } catch {
    return { kind: 'refused', reason: 'unexpected' };
  }
}
