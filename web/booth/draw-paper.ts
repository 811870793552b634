import { fromBase64url } from '#shared/ballot-paper/base64url.ts';
import { capsuleKey } from '#shared/ballot-paper/credential.ts';
import { derivePaper, makeIssueRequest, makePaperSeed, openCapsule, type Paper, unblind } from '#shared/ballot-paper/paper.ts';
import { drawPaper as drawPaperCall, takePaperUp as takePaperUpCall } from '#shared/contract/booth.ts';
import { type Refusal, refuse } from '#shared/error-code.ts';
import type { KeptRound } from './kept-round.ts';
import { requestJson } from './kept-round.ts';
import { keep, paperRound, readKept, type RoundDesk } from './round-desk.ts';
import { untilAnswered } from './until-answered.ts';

/**
 * Draws the ballot paper (发票). The paper seed and the finished request are kept on the device before anything
 * is sent; the identical request is repeated until it is answered; the stamp is checked before it is kept.
 */
export async function drawPaper(desk: RoundDesk): Promise<void> {
  const before = await readKept(desk);
  const { platform } = desk.line;
  const paper = await derivePaper(platform, before.seed ?? makePaperSeed(platform), paperRound(desk));
  const request = before.request ?? (await makeIssueRequest(platform, desk.line.letter.auth, capsuleKeyOf(desk), desk.round.mh, paper));
  const kept = await keep(desk, { ...before, seed: paper.seed, request });
  desk.report({ type: 'draw-requested' });

  const send = () => desk.line.call(drawPaperCall, { params: { roundId: desk.roundId }, body: requestJson(request) });
  const answer = await untilAnswered(send, desk.signal);
  if (answer === null) return;
  if (answer.ok) await keepStamp(desk, kept, paper, answer.value.blindSignature);
  else if (answer.error.code === 'paper-exists') await drawnByAnother(desk, kept);
  else desk.report({ type: 'paper-refused', why: answer.error });
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
  const kept = { ...(await readKept(desk)), seed: opened.paper.seed, request: null };
  await keepStamp(desk, kept, opened.paper, answer.value.blindSignature);
}

async function keepStamp(desk: RoundDesk, kept: KeptRound, paper: Paper, blindSignature: string): Promise<void> {
  const signed = fromBase64url(blindSignature);
  const stamped: { ok: true; stamp: Uint8Array<ArrayBuffer> } | Refusal =
    signed === null ? refuse('bad-stamp') : unblind(paper, paperRound(desk), signed);
  if (!stamped.ok) {
    desk.report({ type: 'paper-refused', why: stamped });
    return;
  }
  await keep(desk, { ...kept, stamp: stamped.stamp });
  desk.report({ type: 'paper-here' });
}

/** The server has another request for this letter: what this device made is worth nothing and must not stand in the way. */
async function drawnByAnother(desk: RoundDesk, kept: KeptRound): Promise<void> {
  await keep(desk, { ...kept, seed: null, request: null, stamp: null });
  await desk.refresh();
  desk.report({ type: 'paper-elsewhere' });
}

function capsuleKeyOf({ line, round }: RoundDesk) {
  return capsuleKey(line.letter.secret, line.letter.electionId, round.mh);
}
