/** One job of a module worker: posts it, reports progress, resolves with the answer, and ends the worker. */
export type Progress = { readonly done: number; readonly total: number };
export type WorkerWord<Answer> =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'answer'; readonly answer: Answer };

/**
 * Runs a job in a worker of its own. Rejects where the worker fails: a fault of ours or a browser without workers.
 * `isWord` guards what comes back; the worker is this page's own code, but what it says is still parsed.
 */
export function runInWorker<Answer>(
  worker: Worker,
  job: unknown,
  readWord: (data: unknown) => WorkerWord<Answer>,
  onProgress: (progress: Progress) => void,
): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      const word = readWord(data);
      if (word.kind === 'progress') onProgress(word);
      else resolve(word.answer);
    };
    worker.onerror = (event) => reject(new Error(event.message === '' ? 'The worker stopped.' : event.message));
    worker.postMessage(job);
  }).finally(() => worker.terminate());
}
