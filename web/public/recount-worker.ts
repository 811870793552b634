import { browserPlatform } from '#shared/ballot-paper/platform-browser.ts';
import { recountJob } from './recount-job.ts';
import { recount } from './recount-work.ts';

/** The reader's own recount, away from the page so that it can show how far it is. */
self.onmessage = async ({ data }) => {
  const answer = await answerTo(data).catch(() => ({ kind: 'refused', reason: 'unexpected' }));
  self.postMessage({ kind: 'answer', answer });
};

async function answerTo(data: unknown) {
  return recount(await browserPlatform(), recountJob.parse(data).zip, (news) => self.postMessage(news));
}
