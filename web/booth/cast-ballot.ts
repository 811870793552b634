import { fromBase64url } from '#shared/ballot-paper/base64url.ts';
import { boxRound, type CastMessage, isReceipt, makeBallot, toCastMessage } from '#shared/ballot-paper/ballot.ts';
import { derivePaper } from '#shared/ballot-paper/paper.ts';
import { boxStatus, cast } from '#shared/contract/booth.ts';
import { checkAbstention, checkSelection, marksOf, type Selection } from '#shared/domain/selection.ts';
import { type Refusal, refuse } from '#shared/error-code.ts';
import { callBox } from '../api/client.ts';
import type { KeptRound } from './kept-round.ts';
import { changeKept, paperRound, readKept, type RoundDesk } from './round-desk.ts';
import { untilAnswered } from './until-answered.ts';

/** What was decided on the review screen. */
export type Choice = { readonly selection: Selection; readonly abstain: boolean };

/**
 * Seals the ballot: marks into a body that only the scrutineers together can open, signed by the paper's own key.
 * The finished message is kept before it is sent. A message that is already there is never made a second time; it
 * was made in another tab.
 */
export async function sealBallot(desk: RoundDesk, choice: Choice): Promise<void> {
  const sealing: { refused: Refusal | null; here: boolean } = { refused: null, here: false };
  const kept = await changeKept(desk, async (before) => {
    if (before.ballot !== null) return before;
    const sealed = await seal(desk, choice, before);
    sealing.here = sealed.ok;
    if (!sealed.ok) sealing.refused = sealed;
    return sealed.ok ? sealed.kept : before;
  });
  if (kept === null) return;
  if (sealing.refused !== null) desk.report({ type: 'ballot-refused', why: sealing.refused });
  else desk.report({ type: 'ballot-sealed', tracker: kept.tracker, here: sealing.here });
}

async function seal(desk: RoundDesk, choice: Choice, kept: KeptRound): Promise<{ readonly ok: true; readonly kept: KeptRound } | Refusal> {
  const { manifest, mh } = desk.round;
  const candidates = manifest.options.map(({ number }) => number);
  const checked = choice.abstain ? checkAbstention(manifest.rule) : checkSelection(choice.selection, candidates, manifest.rule);
  if (!checked.ok) return checked;
  if (kept.seed === null || kept.stamp === null) return refuse('no-paper');
  const paper = await derivePaper(desk.line.platform, kept.seed, paperRound(desk));
  const marks = marksOf(checked.selection, candidates);
  const made = await makeBallot(desk.line.platform, boxRound(mh, manifest), paper, kept.stamp, marks);
  const tracker = manifest.method.tracker === 'never' ? null : made.tracker;
  return { ok: true, kept: { ...kept, ballot: toCastMessage(made.ballot), tracker, selection: [] } };
}

/**
 * Casts the ballot (投票): sends the kept bytes until the box answers. The call names nobody. Only a receipt that
 * the manifest's server key signed counts as "in the box".
 */
export async function sendBallot(desk: RoundDesk): Promise<void> {
  const { ballot: message } = await readKept(desk);
  if (message === null) throw new Error('There is no ballot to send.');
  const params = { roundId: desk.roundId };
  const answer = await untilAnswered(() => callBox(cast, { params, body: message }), desk.signal, {
    onFailure: () => desk.report({ type: 'send-failed' }),
    alsoPassing: ['round-not-open'], // the opening can be taken back; the ballot waits
  });
  if (answer === null) return;
  if (answer.ok) return takeReceipt(desk, message, answer.value.receipt);
  if (answer.error.code !== 'round-closed') {
    desk.report({ type: 'ballot-refused', why: answer.error });
    return;
  }
  // Closed in between: perhaps an earlier try arrived and only its answer was lost.
  const status = await untilAnswered(() => callBox(boxStatus, { params: { ...params, pk: message.pk } }), desk.signal);
  if (status?.ok === true) return takeReceipt(desk, message, status.value.receipt);
  if (status !== null) desk.report({ type: 'ballot-refused', why: answer.error });
}

async function takeReceipt(desk: RoundDesk, message: CastMessage, receipt: string): Promise<void> {
  const { manifest, mh } = desk.round;
  const pk = fromBase64url(message.pk);
  const box = fromBase64url(message.box);
  const signature = fromBase64url(receipt);
  const genuine =
    pk !== null && box !== null && signature !== null &&
    (await isReceipt(desk.line.platform, manifest.serverKey, mh, { pk, box }, signature));
  if (!genuine) {
    desk.report({ type: 'ballot-refused', why: refuse('bad-signature', { field: 'receipt' }) });
    return;
  }
  // The paper has done its work; less that is secret stays on the device.
  const kept = await changeKept(desk, (before) => ({ ...before, seed: null, request: null, receipt }));
  if (kept !== null) desk.report({ type: 'received', tracker: kept.tracker });
}
