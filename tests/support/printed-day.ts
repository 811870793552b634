import { boxRound, makeBallot, toCastMessage } from '#shared/ballot-paper/ballot.ts';
import { fromBase64url, toBase64url } from '#shared/ballot-paper/base64url.ts';
import { RULED_INVALID } from '#shared/ballot-paper/body.ts';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import { derivePaper, makePaperSeed, unblind } from '#shared/ballot-paper/paper.ts';
import type { Paper } from '#shared/ballot-paper/paper.ts';
import { NODE_PLATFORM as platform } from '#shared/ballot-paper/platform-node.ts';
import { paperInMessage, paperOutMessage, reissueMessage } from '#shared/ballot-paper/printed.ts';
import * as contract from '#shared/contract/printed.ts';
import type { PrintedView } from '#shared/contract/printed.ts';
import type { AgreedSheet } from '#shared/domain/printed.ts';
import type { Reply } from './api.ts';
import { boothRound } from './ballots.ts';
import type { Meeting, TestDelegate, TestScrutineer } from './meeting.ts';

/** What the desk, the keyers and the chief do with printed ballots, over real HTTP. */

const params = (roundId: string) => ({ params: { roundId } });

function bytesOf(text: string): Bytes {
  const bytes = fromBase64url(text);
  if (bytes === null) throw new Error('This is not base64url.');
  return bytes;
}

export function ask(meeting: Meeting, roundId: string, delegate: TestDelegate, told = true): Promise<Reply<PrintedView>> {
  return meeting.api.call(contract.askPrinted, { ...params(roundId), body: { delegateId: delegate.id, told } }, meeting.clerk);
}

export async function view(meeting: Meeting, roundId: string, token: string = meeting.clerk): Promise<PrintedView> {
  return meeting.api.must(contract.readPrinted, params(roundId), token);
}

/** What the chief signs for the request that waits for this delegate. */
export async function requestSignature(meeting: Meeting, roundId: string, delegate: TestDelegate, by: TestScrutineer = meeting.scrutineers[0]) {
  const { requests } = await view(meeting, roundId);
  const request = requests.find((one) => one.delegateNumber === delegate.number);
  if (request === undefined) throw new Error('Nothing waits for this delegate.');
  const { mh } = await boothRound(meeting, roundId);
  const message = request.pk === null ? paperOutMessage(mh, request.no) : reissueMessage(mh, request.no, bytesOf(request.pk));
  return { requestId: request.id, sig: toBase64url(await platform.ed25519Sign(by.sign.seed, message)) };
}

export async function signRequest(meeting: Meeting, roundId: string, delegate: TestDelegate, by: TestScrutineer = meeting.scrutineers[0]): Promise<Reply<PrintedView>> {
  const { requestId, sig } = await requestSignature(meeting, roundId, delegate, by);
  return meeting.api.call(contract.signRequest, { params: { roundId, requestId }, body: { sig } }, by.token);
}

/** Asked for, signed by the chief, handed out. */
export async function handOut(meeting: Meeting, roundId: string, delegate: TestDelegate): Promise<void> {
  const asked = await ask(meeting, roundId, delegate);
  const signed = asked.ok ? await signRequest(meeting, roundId, delegate) : asked;
  if (!signed.ok) throw new Error(signed.error.code);
}

export type Register = { printed: number; spoiled: number; unused: number; returned: number };

export function count(meeting: Meeting, roundId: string, register: Register, token: string): Promise<Reply<PrintedView>> {
  return meeting.api.call(contract.countPrinted, { ...params(roundId), body: register }, token);
}

/** The clerk and the second scrutineer count the same: ten printed, none spoiled. */
export async function counted(meeting: Meeting, roundId: string, returned: number): Promise<PrintedView> {
  const { issued } = await view(meeting, roundId);
  const register = { printed: 10, spoiled: 0, unused: 10 - issued, returned };
  for (const token of [meeting.clerk, meeting.scrutineers[1].token]) {
    const reply = await count(meeting, roundId, register, token);
    if (!reply.ok) throw new Error(reply.error.code);
  }
  return view(meeting, roundId);
}

export type Sheet = { marks: number[]; doubtful: boolean };
export const sheet = (...marks: number[]): Sheet => ({ marks, doubtful: false });
export const doubtful = (...marks: number[]): Sheet => ({ marks, doubtful: true });

export function key(meeting: Meeting, roundId: string, sheets: Sheet[], token: string): Promise<Reply<PrintedView>> {
  return meeting.api.call(contract.keyPrinted, { ...params(roundId), body: { sheets } }, token);
}

export function rule(meeting: Meeting, roundId: string, sheetNumber: number, ruling: { valid: boolean; marks: number[] }, token: string = meeting.scrutineers[0].token): Promise<Reply<PrintedView>> {
  const body = { ...ruling, reason: '圈画在两格之间' };
  return meeting.api.call(contract.ruleSheet, { params: { roundId, sheet: sheetNumber }, body }, token);
}

/** The chief's browser draws a paper for each ballot. */
export async function drawPapers(meeting: Meeting, roundId: string, size: number): Promise<Paper[]> {
  const { manifest, mh } = await boothRound(meeting, roundId);
  return Promise.all(Array.from({ length: size }, () => derivePaper(platform, makePaperSeed(platform), { mh, paperKey: manifest.paperKey })));
}

export async function signedPapers(meeting: Meeting, roundId: string, papers: readonly Paper[], by: TestScrutineer) {
  const { mh } = await boothRound(meeting, roundId);
  return Promise.all(
    papers.map(async ({ blinded: { blindedMessage } }) => ({
      bm: toBase64url(blindedMessage),
      sig: toBase64url(await platform.ed25519Sign(by.sign.seed, paperInMessage(mh, blindedMessage))),
    })),
  );
}

export async function makePapers(meeting: Meeting, roundId: string, papers: readonly Paper[]): Promise<Reply<PrintedView>> {
  const [chief] = meeting.scrutineers;
  const body = { papers: await signedPapers(meeting, roundId, papers, chief) };
  return meeting.api.call(contract.makePapers, { ...params(roundId), body }, chief.token);
}

export async function signSecond(meeting: Meeting, roundId: string, papers: readonly Paper[], by: TestScrutineer = meeting.scrutineers[2]): Promise<Reply<PrintedView>> {
  const body = { papers: await signedPapers(meeting, roundId, papers, by) };
  return meeting.api.call(contract.signPapers, { ...params(roundId), body }, by.token);
}

/** The finished ballots on stamped papers. */
export async function printedBallots(meeting: Meeting, roundId: string, papers: readonly Paper[], agreed: readonly AgreedSheet[]) {
  const { manifest, mh } = await boothRound(meeting, roundId);
  const stamps = await meeting.api.must(contract.readPapers, params(roundId), meeting.scrutineers[0].token);
  return Promise.all(
    papers.map(async (paper, index) => {
      const stamped = stamps.find(({ bm }) => bm === toBase64url(paper.blinded.blindedMessage))?.blindSignature ?? null;
      if (stamped === null) throw new Error('This paper is not stamped.');
      const unblinded = unblind(paper, { mh, paperKey: manifest.paperKey }, bytesOf(stamped));
      if (!unblinded.ok) throw new Error('The stamp does not fit.');
      const found = agreed[index];
      const marks = manifest.options.map(({ number }) => (found?.kind === 'marks' && found.marks.includes(number) ? 1 : 0));
      const body = found?.kind === 'invalid' ? manifest.options.map(() => RULED_INVALID) : marks;
      return toCastMessage((await makeBallot(platform, boxRound(mh, manifest), paper, unblinded.stamp, body)).ballot);
    }),
  );
}

type CastMessages = Awaited<ReturnType<typeof printedBallots>>;

export function putIn(meeting: Meeting, roundId: string, ballots: CastMessages): Promise<Reply<PrintedView>> {
  return meeting.api.call(contract.castPrinted, { ...params(roundId), body: { ballots } }, meeting.scrutineers[0].token);
}
