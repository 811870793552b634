import { boxRound, makeBallot, toCastMessage } from '#shared/ballot-paper/ballot.ts';
import { fromBase64url, toBase64url } from '#shared/ballot-paper/base64url.ts';
import { type BodyMarks, RULED_INVALID } from '#shared/ballot-paper/body.ts';
import { toHex } from '#shared/ballot-paper/hex.ts';
import { type Manifest, manifestHash, readManifest } from '#shared/ballot-paper/manifest.ts';
import { type Paper, derivePaper, makePaperSeed, unblind } from '#shared/ballot-paper/paper.ts';
import type { Platform } from '#shared/ballot-paper/platform.ts';
import { paperInMessage } from '#shared/ballot-paper/printed.ts';
import { castPrinted, makePapers, readPapers, readSheets, signPapers } from '#shared/contract/printed.ts';
import { readManifest as manifestEndpoint, type RoundDetail } from '#shared/contract/round.ts';
import { type AgreedSheet, compareKeyings } from '#shared/domain/printed.ts';
import { type Refusal, refuse } from '#shared/error-code.ts';
import { type CallResult, call } from '#web/api/client.ts';
import type { Desk } from '../desk-context.ts';

/** A drawn paper for each agreed ballot, in an order of chance; in this page's memory only. */
export type Prepared = readonly { readonly paper: Paper; readonly sheet: AgreedSheet }[];
type Done = CallResult<unknown> | Refusal;

/** Draws a paper for each agreed ballot and has the server keep the blinded messages with the chief's signatures. */
export async function preparePapers(desk: Desk, round: RoundDetail): Promise<{ readonly ok: true; readonly prepared: Prepared } | Exclude<Done, { ok: true }>> {
  const found = await signedManifest(round);
  if (!found.ok) return found;
  const { manifest, mh } = found;
  const sheets = await call(readSheets, { params: { roundId: round.id } }, desk.token);
  if (!sheets.ok) return sheets;
  const agreed = agreedOf(sheets.value);
  if (agreed === null) return refuse('keying-unsettled');
  const { platform } = desk.keys;
  const prepared = await Promise.all(
    shuffled(platform, agreed).map(async (sheet) => ({ sheet, paper: await derivePaper(platform, makePaperSeed(platform), { mh, paperKey: manifest.paperKey }) })),
  );
  const papers = await Promise.all(prepared.map(({ paper }) => signedPaper(desk, mh, paper.blinded.blindedMessage)));
  const made = await call(makePapers, { params: { roundId: round.id }, body: { papers } }, desk.token);
  return made.ok ? { ok: true, prepared } : made;
}

/** Takes the stamps, makes the ballots, and hands them in all at once. */
export async function putInBox(desk: Desk, round: RoundDetail, prepared: Prepared): Promise<Done> {
  const found = await signedManifest(round);
  if (!found.ok) return found;
  const { manifest, mh } = found;
  const stamps = await call(readPapers, { params: { roundId: round.id } }, desk.token);
  if (!stamps.ok) return stamps;
  const answers = new Map(stamps.value.map(({ bm, blindSignature }) => [bm, blindSignature]));
  const { platform } = desk.keys;
  const ballots = [];
  for (const { paper, sheet } of prepared) {
    const answer = fromBase64url(answers.get(toBase64url(paper.blinded.blindedMessage)) ?? '', 384);
    if (answer === null) return refuse('papers-unsigned');
    const stamped = unblind(paper, { mh, paperKey: manifest.paperKey }, answer);
    if (!stamped.ok) return stamped;
    const { ballot } = await makeBallot(platform, boxRound(mh, manifest), paper, stamped.stamp, bodyMarks(manifest, sheet));
    ballots.push(toCastMessage(ballot));
  }
  return call(castPrinted, { params: { roundId: round.id }, body: { ballots } }, desk.token);
}

/** The box held the ballots already when the answer was lost: what is left is done without them. */
export function finishBox(desk: Desk, round: RoundDetail): Promise<Done> {
  return call(castPrinted, { params: { roundId: round.id }, body: { ballots: [] } }, desk.token);
}

/** The second scrutineer's signature under every blinded paper. */
export async function signAsSecond(desk: Desk, round: RoundDetail): Promise<Done> {
  const found = await signedManifest(round);
  if (!found.ok) return found;
  const made = await call(readPapers, { params: { roundId: round.id } }, desk.token);
  if (!made.ok) return made;
  const papers = await Promise.all(made.value.map(({ bm }) => signedPaper(desk, found.mh, fromBase64url(bm, 384) ?? new Uint8Array())));
  return call(signPapers, { params: { roundId: round.id }, body: { papers } }, desk.token);
}

async function signedPaper({ keys }: Desk, mh: Uint8Array, blindedMessage: Uint8Array): Promise<{ bm: string; sig: string }> {
  const sig = await keys.platform.ed25519Sign(keys.sign.seed, paperInMessage(mh, blindedMessage));
  return { bm: toBase64url(blindedMessage), sig: toBase64url(sig) };
}

/** The manifest that this page's scrutineer signed, by its hash. Refuses manifest-untrusted. */
export async function signedManifest(round: RoundDetail) {
  const bytes = await call(manifestEndpoint, { params: { roundId: round.id } });
  if (!bytes.ok) return bytes;
  const mh = manifestHash(bytes.value);
  const read = readManifest(bytes.value);
  if (!read.ok || toHex(mh) !== round.manifest?.hash) return refuse('manifest-untrusted');
  return { ok: true as const, manifest: read.manifest, mh };
}

type Sheets = Extract<Awaited<ReturnType<typeof call<typeof readSheets>>>, { ok: true }>['value'];

/** By the rules themselves, from both keyings and the chief's own rulings; null while one is open. */
function agreedOf(sheets: Sheets): readonly AgreedSheet[] | null {
  const keyedBy = (place: number) => sheets.map(({ keyed }) => keyed[place] ?? { marks: [], doubtful: true });
  const rulings = sheets.flatMap(({ sheet, ruling }) => (ruling === null ? [] : [{ sheet, valid: ruling.valid, marks: ruling.marks }]));
  const { open, agreed } = compareKeyings(keyedBy(0), keyedBy(1), rulings);
  return open.length === 0 ? agreed : null;
}

function bodyMarks({ options }: Manifest, sheet: AgreedSheet): BodyMarks {
  if (sheet.kind === 'invalid') return options.map(() => RULED_INVALID);
  return options.map(({ number }) => (sheet.marks.includes(number) ? 1 : 0));
}

/** An order of chance, so that no line of the record follows the pile. */
function shuffled<T>(platform: Platform, list: readonly T[]): readonly T[] {
  const keyed = list.map((one) => ({ one, by: toHex(platform.randomBytes(16)) }));
  return keyed.toSorted((a, b) => (a.by < b.by ? -1 : 1)).map(({ one }) => one);
}
