import { fromBase64url } from '#shared/ballot-paper/base64url.ts';
import { makeBallot } from '#shared/ballot-paper/ballot.ts';
import { type Bytes, equalBytes } from '#shared/ballot-paper/bytes.ts';
import { authKey } from '#shared/ballot-paper/credential.ts';
import { derivePaper, makeIssueRequest, makePaperSeed, unblind } from '#shared/ballot-paper/paper.ts';
import { browserPlatform } from '#shared/ballot-paper/platform-browser.ts';
import { SAMPLE } from './sample-round.ts';

/** How far a device came: each step is one that a delegate's device must take on the day. */
export type DryRun = { readonly ok: true; readonly ms: number } | { readonly ok: false; readonly failed: 'key' | 'blind' | 'stamp' | 'seal' };

const MARKS = Array.from({ length: SAMPLE.options }, (_, index) => (index < 6 ? 1 : 0));

/**
 * A whole ballot as the booth makes it: key, paper, blinding, stamp, sealing, over the sample round whose answers are
 * known. Nothing is sent and nothing kept.
 */
export async function dryRun(): Promise<DryRun> {
  const started = performance.now();
  let failed: Exclude<DryRun, { ok: true }>['failed'] = 'key';
  try {
    const platform = await browserPlatform();
    const auth = await authKey(platform, platform.randomBytes(16), platform.randomBytes(16));
    failed = 'blind';
    const round = { mh: given(SAMPLE.manifestHash), paperKey: given(SAMPLE.paperKey) };
    await makeIssueRequest(platform, auth, platform.randomBytes(32), round.mh, await derivePaper(platform, makePaperSeed(platform), round));
    const paper = await derivePaper(platform, given(SAMPLE.paperSeed), round);
    if (!equalBytes(paper.blinded.blindedMessage, given(SAMPLE.blindedMessage))) return { ok: false, failed };
    failed = 'stamp';
    const stamped = unblind(paper, round, given(SAMPLE.blindSignature));
    if (!stamped.ok) return { ok: false, failed };
    failed = 'seal';
    await makeBallot(platform, { mh: round.mh, t: SAMPLE.threshold, boxKeys: SAMPLE.boxKeys.map(given) }, paper, stamped.stamp, MARKS);
    return { ok: true, ms: performance.now() - started };
  } catch {
    return { ok: false, failed };
  }
}

function given(text: string): Bytes {
  const bytes = fromBase64url(text);
  if (bytes === null) throw new Error('The sample round is not base64url.');
  return bytes;
}
