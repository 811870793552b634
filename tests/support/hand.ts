import { boxRound, makeBallot, toCastMessage } from '#shared/ballot-paper/ballot.ts';
import type { CastMessage } from '#shared/ballot-paper/ballot.ts';
import { fromBase64url, toBase64url } from '#shared/ballot-paper/base64url.ts';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import { capsuleKey } from '#shared/ballot-paper/credential.ts';
import { manifestHash, readManifest } from '#shared/ballot-paper/manifest.ts';
import type { Manifest } from '#shared/ballot-paper/manifest.ts';
import { derivePaper, makeIssueRequest, makePaperSeed, unblind } from '#shared/ballot-paper/paper.ts';
import type { Paper } from '#shared/ballot-paper/paper.ts';
import { NODE_PLATFORM as platform } from '#shared/ballot-paper/platform-node.ts';
import * as booth from '#shared/contract/booth.ts';
import * as rounds from '#shared/contract/round.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import type { Reply } from './api.ts';
import type { Meeting, TestDelegate } from './meeting.ts';
import { armed, enterHeadCount } from './round-day.ts';

/** A paper that a delegate is about to draw, and the exact request. */
export type Request = { readonly paper: Paper; readonly body: { blindedMessage: string; capsule: string; sig: string } };
/** A stamped paper. */
export type Drawn = { readonly paper: Paper; readonly stamp: Bytes; readonly mh: Bytes; readonly manifest: Manifest };

export async function manifestOf(meeting: Meeting, roundId: string): Promise<{ manifest: Manifest; mh: Bytes }> {
  const bytes = await meeting.api.must(rounds.readManifest, { params: { roundId } });
  const read = readManifest(bytes);
  if (!read.ok) throw new Error('The manifest cannot be read.');
  return { manifest: read.manifest, mh: manifestHash(bytes) };
}

/** A fresh paper of this delegate, each time another one. */
export async function requestOf(meeting: Meeting, roundId: string, delegate: TestDelegate): Promise<Request> {
  const { manifest, mh } = await manifestOf(meeting, roundId);
  const paper = await derivePaper(platform, makePaperSeed(platform), { mh, paperKey: manifest.paperKey });
  const key = capsuleKey(delegate.secret, meeting.electionId, mh);
  const { blindedMessage, capsule, sig } = await makeIssueRequest(platform, delegate.auth, key, mh, paper);
  return { paper, body: { blindedMessage: toBase64url(blindedMessage), capsule: toBase64url(capsule), sig: toBase64url(sig) } };
}

export function send(meeting: Meeting, roundId: string, delegate: TestDelegate, { body }: Request): Promise<Reply<{ blindSignature: string }>> {
  return meeting.api.call(booth.drawPaper, { params: { roundId }, body }, delegate.token);
}

export async function draw(meeting: Meeting, roundId: string, delegate: TestDelegate): Promise<Drawn> {
  const request = await requestOf(meeting, roundId, delegate);
  const reply = await send(meeting, roundId, delegate, request);
  if (!reply.ok) throw new Error(`draw: ${JSON.stringify(reply.error)}`);
  const { manifest, mh } = await manifestOf(meeting, roundId);
  const unblinded = unblind(request.paper, { mh, paperKey: manifest.paperKey }, bytesOf(reply.value.blindSignature));
  if (!unblinded.ok) throw new Error('The stamp does not fit.');
  return { paper: request.paper, stamp: unblinded.stamp, mh, manifest };
}

/** A fresh ballot on a drawn paper; marks in official order. */
export async function ballotOn(drawn: Drawn, marks?: readonly (0 | 1)[]): Promise<CastMessage> {
  const { manifest, mh, paper, stamp } = drawn;
  const usual = manifest.options.map((_option, index) => (index < manifest.rule.max ? 1 : 0));
  const { ballot } = await makeBallot(platform, boxRound(mh, manifest), paper, stamp, marks ?? usual);
  return toCastMessage(ballot);
}

export function castBallot(meeting: Meeting, roundId: string, body: CastMessage): Promise<Reply<{ receipt: string }>> {
  return meeting.api.call(booth.cast, { params: { roundId }, body });
}

/** An open round in which everyone present has drawn. */
export async function openWithPapers(meeting: Meeting): Promise<{ round: RoundDetail; papers: readonly [Drawn, Drawn, Drawn, ...Drawn[]] }> {
  const round = await armed(meeting);
  const [a, b, c, ...more] = await Promise.all(meeting.delegates.map((delegate) => draw(meeting, round.id, delegate)));
  if (a === undefined || b === undefined || c === undefined) throw new Error('A meeting has at least three delegates.');
  await enterHeadCount(meeting, round);
  const opened = await meeting.api.must(rounds.openRound, { params: { roundId: round.id }, body: {} }, meeting.clerk);
  return { round: opened, papers: [a, b, c, ...more] };
}

export function bytesOf(text: string): Bytes {
  const bytes = fromBase64url(text);
  if (bytes === null) throw new Error('This is not base64url.');
  return bytes;
}
