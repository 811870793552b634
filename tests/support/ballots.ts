import { boxRound, makeBallot, toCastMessage } from '#shared/ballot-paper/ballot.ts';
import type { CastMessage } from '#shared/ballot-paper/ballot.ts';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import { capsuleKey } from '#shared/ballot-paper/credential.ts';
import { manifestHash, readManifest } from '#shared/ballot-paper/manifest.ts';
import type { Manifest } from '#shared/ballot-paper/manifest.ts';
import { derivePaper, makeIssueRequest, makePaperSeed, unblind } from '#shared/ballot-paper/paper.ts';
import type { Paper } from '#shared/ballot-paper/paper.ts';
import { NODE_PLATFORM as platform } from '#shared/ballot-paper/platform-node.ts';
import * as booth from '#shared/contract/booth.ts';
import { readManifest as manifestEndpoint } from '#shared/contract/round.ts';
import type { Meeting, TestDelegate } from './meeting.ts';

export type TestRound = { readonly id: string; readonly manifest: Manifest; readonly mh: Bytes };
export type DrawnPaper = { readonly paper: Paper; readonly stamp: Bytes };

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

/** What a booth knows of a round. */
export async function boothRound(meeting: Meeting, roundId: string): Promise<TestRound> {
  const bytes = await meeting.api.must(manifestEndpoint, { params: { roundId } });
  const read = readManifest(bytes);
  if (!read.ok) throw new Error(`The manifest cannot be read: ${read.field ?? ''}`);
  return { id: roundId, manifest: read.manifest, mh: manifestHash(bytes) };
}

/** Draws a delegate's paper, with real cryptography, as the booth does. */
export async function draw(meeting: Meeting, round: TestRound, delegate: TestDelegate): Promise<DrawnPaper> {
  const paperRound = { mh: round.mh, paperKey: round.manifest.paperKey };
  const paper = await derivePaper(platform, makePaperSeed(platform), paperRound);
  const key = capsuleKey(delegate.secret, meeting.electionId, round.mh);
  const request = await makeIssueRequest(platform, delegate.auth, key, round.mh, paper);
  const body = { blindedMessage: text(request.blindedMessage), capsule: text(request.capsule), sig: text(request.sig) };
  const { blindSignature } = await meeting.api.must(booth.drawPaper, { params: { roundId: round.id }, body }, delegate.token);
  const stamped = unblind(paper, paperRound, new Uint8Array(Buffer.from(blindSignature, 'base64url')));
  if (!stamped.ok) throw new Error('The server gave no stamp.');
  return { paper, stamp: stamped.stamp };
}

export async function drawAll(meeting: Meeting, round: TestRound, delegates: readonly TestDelegate[] = meeting.delegates): Promise<DrawnPaper[]> {
  return Promise.all(delegates.map((delegate) => draw(meeting, round, delegate)));
}

/** The finished ballot with these project numbers ticked; none is an abstention. */
export async function ballot(round: TestRound, { paper, stamp }: DrawnPaper, numbers: readonly number[]): Promise<CastMessage> {
  const marks = round.manifest.options.map((option) => (numbers.includes(option.number) ? 1 : 0));
  const made = await makeBallot(platform, boxRound(round.mh, round.manifest), paper, stamp, marks);
  return toCastMessage(made.ballot);
}

export async function cast(meeting: Meeting, round: TestRound, paper: DrawnPaper, numbers: readonly number[]): Promise<void> {
  await meeting.api.must(booth.cast, { params: { roundId: round.id }, body: await ballot(round, paper, numbers) });
}
