import { browserPlatform } from '#shared/ballot-paper/platform-browser.ts';
import { boxJob } from './box-job.ts';
import { doBoxJob } from './box-work.ts';

/** Verifying and opening run here, so that the page stays alive and can show how far they are. */
self.onmessage = async ({ data }) => {
  const answer = await answerTo(data).catch(() => ({ kind: 'refused', reason: 'unexpected' }));
  self.postMessage({ kind: 'answer', answer });
};

async function answerTo(data: unknown) {
  const report = (done: number, total: number) => self.postMessage({ kind: 'progress', done, total });
  return doBoxJob(await browserPlatform(), boxJob.parse(data), report);
}
