import { type Progress, runInWorker } from '../api/worker-job.ts';
import { type BoxAnswer, type BoxJob, boxWord } from './box-job.ts';

/** Runs a job in a worker of its own. */
export function runBoxJob(job: BoxJob, onProgress: (progress: Progress) => void): Promise<BoxAnswer> {
  const worker = new Worker(new URL('./box-worker.ts', import.meta.url), { type: 'module' });
  return runInWorker<BoxAnswer>(worker, job, (data) => boxWord.parse(data), onProgress);
}
