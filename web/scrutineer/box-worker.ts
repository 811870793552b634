import { browserPlatform } from '#shared/ballot-paper/platform-browser.ts';
import { boxJob } from './box-job.ts';
import { doBoxJob } from './box-work.ts';

/** Verifying and opening run here, so that the page stays alive and can show how far they are. */
self.onmessage = async ({ data }) => {
  const platform = await browserPlatform();
  const answer = await doBoxJob(platform, boxJob.parse(data), (done, total) => self.postMessage({ kind: 'progress', done, total }));
  self.postMessage({ kind: 'answer', answer });
};
