import { performance } from 'node:perf_hooks';
import { challenge, signInDelegate } from '#shared/contract/account.ts';
import { drawPaper } from '#shared/contract/booth.ts';
import { boxRound, makeBallot, toCastMessage } from '#shared/ballot-paper/ballot.ts';
import { fromBase64url, toBase64url } from '#shared/ballot-paper/base64url.ts';
import { authKey, capsuleKey } from '#shared/ballot-paper/credential.ts';
import { loginMessage } from '#shared/ballot-paper/login.ts';
import type { TrustedManifest } from '#shared/ballot-paper/manifest-check.ts';
import { derivePaper, makeIssueRequest, makePaperSeed, unblind } from '#shared/ballot-paper/paper.ts';
import type { Paper } from '#shared/ballot-paper/paper.ts';
import { NODE_PLATFORM as platform } from '#shared/ballot-paper/platform-node.ts';
import { ApiClient } from '#server/features/simulation/api-client.ts';
import type { Random } from '#server/features/simulation/seeded-random.ts';
import { shuffled } from '#server/features/simulation/seeded-random.ts';
import type { Hall, HallDelegate } from '../simulation/hall.ts';
import { inParallel } from '../simulation/in-parallel.ts';
import { rawPost } from './connection.ts';
import { closedLoop } from './load.ts';

const AT_ONCE = 16;
const CONNECTIONS = 32;

export type Ballots = {
  /** The whole HTTP requests, made beforehand. */
  readonly requests: readonly Buffer[];
  readonly issuesPerSecond: number;
};

/** Signs everyone in, draws all papers as fast as the server issues them, and makes one ballot on each. */
export async function makeBallots(hall: Hall, port: number, trusted: TrustedManifest, roundId: string, random: Random): Promise<Ballots> {
  const papers = await inParallel(hall.delegates, AT_ONCE, (delegate) => prepare(hall, delegate, trusted, roundId));
  const issued = await closedLoop(port, papers.map(({ request }) => request), CONNECTIONS);
  const requests: Buffer[] = [];
  for (const [index, { paper }] of papers.entries()) {
    const answer = issued.answers[index];
    if (answer?.status !== 201) throw new Error(`A paper was not issued: ${answer?.body ?? 'no answer'}`);
    requests.push(await castRequest(paper, trusted, roundId, answer.body, random));
  }
  return { requests, issuesPerSecond: papers.length / issued.seconds };
}

async function prepare(hall: Hall, { letter }: HallDelegate, { mh, manifest }: TrustedManifest, roundId: string) {
  const client = new ApiClient(hall.site.url);
  const { electionId } = manifest;
  const auth = await authKey(platform, letter.secret, electionId);
  const pk = toBase64url(auth.publicKey);
  const { nonce } = await client.call(challenge, { body: { pk } });
  const message = loginMessage(electionId, hall.site.origin, bytesOf(nonce));
  const sig = toBase64url(await platform.ed25519Sign(auth.seed, message));
  const { token } = await client.call(signInDelegate, { body: { congressId: letter.congressId, pk, nonce, sig } });
  const paper = await derivePaper(platform, makePaperSeed(platform), { mh, paperKey: manifest.paperKey });
  const issue = await makeIssueRequest(platform, auth, capsuleKey(letter.secret, electionId, mh), mh, paper);
  const body = { blindedMessage: toBase64url(issue.blindedMessage), capsule: toBase64url(issue.capsule), sig: toBase64url(issue.sig) };
  return { paper, request: rawPost(drawPaper.path.replace(':roundId', roundId), body, token) };
}

async function castRequest(paper: Paper, { mh, manifest }: TrustedManifest, roundId: string, answer: string, random: Random): Promise<Buffer> {
  const { blindSignature } = drawPaper.response.parse(JSON.parse(answer));
  const unblinded = unblind(paper, { mh, paperKey: manifest.paperKey }, bytesOf(blindSignature));
  if (!unblinded.ok) throw new Error('The server stamped another paper.');
  const chosen = new Set(shuffled(manifest.options, random).slice(0, manifest.rule.max));
  const marks = manifest.options.map((option): 0 | 1 => (chosen.has(option) ? 1 : 0));
  const { ballot } = await makeBallot(platform, boxRound(mh, manifest), paper, unblinded.stamp, marks);
  return rawPost(`/box/${roundId}`, toCastMessage(ballot));
}

function bytesOf(text: string) {
  const bytes = fromBase64url(text);
  if (bytes === null) throw new Error('A field of the answer is not base64url.');
  return bytes;
}

/** Seconds that an act takes. */
export async function secondsOf(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return (performance.now() - started) / 1000;
}
