import { fromBase64url } from '#shared/ballot-paper/base64url.ts';
import { equalBytes } from '#shared/ballot-paper/bytes.ts';
import { capsuleKey } from '#shared/ballot-paper/credential.ts';
import { derivePaper, type IssueRequest, makeIssueRequest, makePaperSeed, openCapsule, type Paper, unblind } from '#shared/ballot-paper/paper.ts';
import { drawPaper as drawPaperCall, takePaperUp as takePaperUpCall } from '#shared/contract/booth.ts';
import { type Refusal, refuse } from '#shared/error-code.ts';
import { requestJson } from './kept-round.ts';
import { changeKept, paperRound, type RoundDesk } from './round-desk.ts';
import { untilAnswered } from './until-answered.ts';

/**
 * Draws the ballot paper (发票). The paper seed and the finished request are kept on the device before anything
 * is sent; the identical request is repeated until it is answered; the stamp is checked before it is kept.
 */
export async function drawPaper(desk: RoundDesk): Promise<void> {
  const prepared = await prepareRequest(desk);
  if (prepared === null) return;
  const { paper, request } = prepared;
  desk.report({ type: 'draw-requested' });

  const send = () => desk.line.call(drawPaperCall, { params: { roundId: desk.roundId }, body: requestJson(request) });
  const answer = await untilAnswered(send, desk.signal);
  if (answer === null) return;
  if (answer.ok) await keepStamp(desk, paper, answer.value.blindSignature);
  else if (answer.error.code === 'paper-exists') await drawnByAnother(desk, request);
  else desk.report({ type: 'paper-refused', why: answer.error });
}

/** The paper and its request as this device keeps them, made now where there are none. Null when told to stop. */
async function prepareRequest(desk: RoundDesk): Promise<{ readonly paper: Paper; readonly request: IssueRequest } | null> {
  const { platform, letter } = desk.line;
  const kept = await changeKept(desk, async (before) => {
    if (before.seed !== null && before.request !== null) return before;
    const paper = await derivePaper(platform, before.seed ?? makePaperSeed(platform), paperRound(desk));
    const request = before.request ?? (await makeIssueRequest(platform, letter.auth, capsuleKeyOf(desk), desk.round.mh, paper));
    return { ...before, seed: paper.seed, request };
  });
  if (kept?.seed == null || kept.request === null) return null;
  return { paper: await derivePaper(platform, kept.seed, paperRound(desk)), request: kept.request };
}

/** Takes the paper that another device drew up here, after a scrutineer approved it. */
export async function takePaperUp(desk: RoundDesk): Promise<void> {
  const answer = await untilAnswered(() => desk.line.call(takePaperUpCall, { params: { roundId: desk.roundId } }), desk.signal);
  if (answer === null) return;
  if (!answer.ok) {
    desk.report({ type: 'paper-refused', why: answer.error });
    return;
  }
  const issued = {
    blindedMessage: fromBase64url(answer.value.blindedMessage) ?? new Uint8Array(),
    capsule: fromBase64url(answer.value.capsule) ?? new Uint8Array(),
  };
  const opened = await openCapsule(desk.line.platform, capsuleKeyOf(desk), paperRound(desk), issued);
  if (!opened.ok) {
    desk.report({ type: 'paper-refused', why: opened });
    return;
  }
  await keepStamp(desk, opened.paper, answer.value.blindSignature);
}

async function keepStamp(desk: RoundDesk, paper: Paper, blindSignature: string): Promise<void> {
  const signed = fromBase64url(blindSignature);
  const stamped: { ok: true; stamp: Uint8Array<ArrayBuffer> } | Refusal =
    signed === null ? refuse('bad-stamp') : unblind(paper, paperRound(desk), signed);
  if (!stamped.ok) {
    desk.report({ type: 'paper-refused', why: stamped });
    return;
  }
  // A ballot that was sealed in another tab stands; nothing may be changed beneath it.
  const { stamp } = stamped;
  const kept = await changeKept(desk, (before) => (before.ballot === null ? { ...before, seed: paper.seed, stamp } : before));
  if (kept !== null) desk.report({ type: 'paper-here' });
}

/** The server has another request for this letter: what this device made is worth nothing and must not stand in the way. */
async function drawnByAnother(desk: RoundDesk, refused: IssueRequest): Promise<void> {
  await changeKept(desk, (kept) => (isSame(kept.request, refused) ? { ...kept, seed: null, request: null, stamp: null } : kept));
  await desk.refresh();
  desk.report({ type: 'paper-elsewhere' });
}

function isSame(one: IssueRequest | null, other: IssueRequest): boolean {
  return one !== null && equalBytes(one.blindedMessage, other.blindedMessage);
}

function capsuleKeyOf({ line, round }: RoundDesk) {
  return capsuleKey(line.letter.secret, line.letter.electionId, round.mh);
}
