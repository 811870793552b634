import type { z } from 'zod';
import { fromBase64url, toBase64url } from '#shared/ballot-paper/base64url.ts';
import { checkCast, makeBoxGate } from '#shared/ballot-paper/ballot.ts';
import type { Ballot } from '#shared/ballot-paper/ballot.ts';
import { equalBytes } from '#shared/ballot-paper/bytes.ts';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import { NODE_PLATFORM, stamp } from '#shared/ballot-paper/platform-node.ts';
import { paperInMessage } from '#shared/ballot-paper/printed.ts';
import type { castMessage } from '#shared/contract/booth.ts';
import { demand, firstRefusal } from '#shared/domain/verdict.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { SignedInCaller } from '../../caller.ts';
import { addPrintedBallots, countReceived } from '../../db/box.repository.ts';
import type { Transaction } from '../../db/client.ts';
import { readPapers, replacePapers, signPaper } from '../../db/printed.repository.ts';
import type { RoundRecord, ScrutineerRecord } from '../../db/round-record.ts';
import type { Deps } from '../../deps.ts';
import { actOnRound, roundOf, scrutineerOf } from '../../round/act.ts';
import { writeTreeHead } from '../../round/closing-files.ts';
import { countNumbers } from '../../round/count-numbers.ts';
import { manifestOf } from '../../round/manifest.ts';
import { paperRoundOf, stampKeyOf } from '../../round/paper-round.ts';
import { actOnPrinted, chiefOf } from './act.ts';
import type { Shown } from './act.ts';
import { readKeyed, viewPrinted } from './view.ts';

type Signed = { readonly bm: string; readonly sig: string };
type ReadPaper = { readonly bm: Bytes; readonly sig: Bytes };

/**
 * One blinded paper for each agreed ballot, from the chief's browser. They may be made anew until the ballots are in
 * the box: a stamp that is not used then is worth nothing, since the box takes one lot, once. Refuses keying-unsettled
 * with how many wait, bad-keying for another number, bad-blinded-message, bad-signature.
 */
export function makePapers(deps: Deps, caller: SignedInCaller, roundId: string, papers: readonly Signed[]): Promise<Shown | Refusal> {
  return actOnPrinted(deps, caller, roundId, async (tx, round) => {
    const chief = chiefOf(round, caller);
    if (!chief.ok) return chief;
    const agreed = await checkAgreed(tx, deps, round);
    if (!agreed.ok) return agreed;
    const read = await readSigned(round, chief.scrutineer, papers);
    if (!read.ok) return read;
    const different = new Set(papers.map(({ bm }) => bm)).size === papers.length;
    if (!different || papers.length !== agreed.count) return refuse('bad-keying', { field: 'papers' });
    await replacePapers(tx, roundId, read.papers.map(({ bm, sig }) => ({ blindedMessage: bm, chiefSig: sig })));
    return { ok: true, act: 'make papers for printed ballots', detail: `${String(papers.length)} papers` };
  });
}

/** Every one of the chief's papers, signed by another scrutineer. Refuses bad-keying for another set, already-signed, forbidden to the chief. */
export function signPapers(deps: Deps, caller: SignedInCaller, roundId: string, papers: readonly Signed[]): Promise<Shown | Refusal> {
  return actOnPrinted(deps, caller, roundId, async (tx, round) => {
    const found = scrutineerOf(round, caller);
    if (!found.ok) return found;
    const { scrutineer } = found;
    if (scrutineer.chief) return refuse('forbidden');
    const checked = firstRefusal(await checkAgreed(tx, deps, round));
    if (!checked.ok) return checked;
    const made = await readPapers(tx, roundId);
    if (made.some(({ secondSig }) => secondSig !== null)) return refuse('already-signed');
    const read = await readSigned(round, scrutineer, papers);
    if (!read.ok) return read;
    const all = made.every(({ blindedMessage }) => read.papers.some(({ bm }) => equalBytes(bm, blindedMessage)));
    if (made.length === 0 || !all || papers.length !== made.length) return refuse('bad-keying', { field: 'papers' });
    for (const { bm, sig } of read.papers) await signPaper(tx, roundId, bm, { secondPosition: scrutineer.position, secondSig: sig });
    return { ok: true, act: 'sign papers for printed ballots', detail: `${String(papers.length)} papers, scrutineer ${String(scrutineer.position)}` };
  });
}

type Papers = { readonly ok: true; readonly value: { bm: string; blindSignature: string | null }[] } | Refusal;

/** The papers for the second scrutineer to sign; for the chief with their stamps, once that is done. */
export async function showPapers(deps: Deps, caller: SignedInCaller, roundId: string): Promise<Papers> {
  const found = await roundOf(deps, caller, roundId);
  if (!found.ok) return found;
  const { round } = found;
  const me = scrutineerOf(round, caller);
  if (!me.ok) return me;
  const made = await readPapers(deps.db, roundId);
  const stamped = me.scrutineer.chief && isKeying(round) && made.length > 0 && made.every(({ secondSig }) => secondSig !== null);
  const value = await Promise.all(made.map(async ({ blindedMessage }) => ({
    bm: toBase64url(blindedMessage),
    blindSignature: stamped ? await stampOf(deps, round, blindedMessage) : null,
  })));
  return { ok: true, value };
}

async function stampOf(deps: Deps, round: RoundRecord, blindedMessage: Uint8Array): Promise<string> {
  const { document, hash } = round.manifest ?? { document: '', hash: '' };
  const made = stamp(await stampKeyOf(deps.keys, round.id, paperRoundOf(document, hash)), blindedMessage);
  if (!made.ok) throw new Error('A blinded message that was checked cannot be stamped.');
  return toBase64url(made.blindSignature);
}

/**
 * The chief's browser puts all agreed ballots into the closed box, which takes them in one act; with them the tree
 * head is made. Where the box holds them already and the answer was lost, no ballots finish what is left. Refuses
 * papers-unsigned, bad-keying for another number, and what a cast is refused for.
 */
export async function castPrinted(deps: Deps, caller: SignedInCaller, roundId: string, messages: readonly z.infer<typeof castMessage>[]): Promise<Shown | Refusal> {
  const done = await actOnRound(deps, caller, roundId, async (tx, round) => {
    const chief = chiefOf(round, caller);
    if (!chief.ok) return chief;
    const numbers = countNumbers(round);
    if (!isKeying(round) || numbers === null) return refuse('wrong-round-state', { figures: { state: round.state } });
    const made = await readPapers(tx, roundId);
    if (made.length === 0 || made.some(({ secondSig }) => secondSig === null)) return refuse('papers-unsigned');
    const held = await countReceived(deps.boxSql, roundId);
    const boxed = held === numbers.received ? { ok: true as const } : await putIn(deps, round, messages, numbers.received - held);
    if (!boxed.ok) return boxed;
    await writeTreeHead(tx, deps, round, numbers);
    return { ok: true, act: 'put printed ballots into box', detail: `${String(made.length)} ballots` };
  });
  return done.ok ? viewPrinted(deps, caller, roundId) : done;
}

async function putIn(deps: Deps, round: RoundRecord, messages: readonly unknown[], wanted: number): Promise<Verdict> {
  const { manifest, mh } = manifestOf(round);
  const made = await makeBoxGate(NODE_PLATFORM, mh, manifest);
  if (!made.ok) return made;
  if (messages.length !== wanted) return refuse('bad-keying', { field: 'ballots' });
  const ballots: Ballot[] = [];
  for (const message of messages) {
    const checked = await checkCast(NODE_PLATFORM, made.gate, message);
    if (!checked.ok) return checked;
    ballots.push(checked.ballot);
  }
  if (new Set(ballots.map(({ pk }) => toBase64url(pk))).size !== ballots.length) return refuse('ballot-exists');
  const held = await addPrintedBallots(deps.boxSql, round.id, ballots.map(rowOf));
  return held === null ? refuse('ballot-exists') : { ok: true };
}

function rowOf({ pk, stamp: ps, box, sig }: Ballot) {
  return { pk: Buffer.from(pk.buffer), stamp: Buffer.from(ps.buffer), box: Buffer.from(box.buffer), sig: Buffer.from(sig.buffer) };
}

/** Between gate 1 and the tree head. */
function isKeying(round: RoundRecord): boolean {
  return round.state === 'confirmed' && round.treeHead === null && round.printedTotal !== null;
}

/** How many ballots were agreed on, while they are not in the box. Refuses wrong-round-state, keying-unsettled. */
async function checkAgreed(tx: Transaction, deps: Deps, round: RoundRecord): Promise<{ readonly ok: true; readonly count: number } | Refusal> {
  const numbers = countNumbers(round);
  if (!isKeying(round) || numbers === null) return refuse('wrong-round-state', { figures: { state: round.state } });
  const keyed = await readKeyed(tx, round.id);
  if (keyed === null) return refuse('keying-unsettled');
  const open = keyed.open.length;
  const inBox = (await countReceived(deps.boxSql, round.id)) === numbers.received;
  const checked = firstRefusal(demand(open === 0, 'keying-unsettled', { figures: { open } }), demand(!inBox, 'busy'));
  return checked.ok ? { ok: true, count: keyed.agreed.length } : checked;
}

/** Refuses bad-blinded-message (not below the modulus), bad-signature. */
async function readSigned(round: RoundRecord, signer: ScrutineerRecord, papers: readonly Signed[]): Promise<{ readonly ok: true; readonly papers: readonly ReadPaper[] } | Refusal> {
  const { manifest, mh } = manifestOf(round);
  const read: ReadPaper[] = [];
  for (const { bm: bmText, sig: sigText } of papers) {
    const bm = fromBase64url(bmText, 384);
    const sig = fromBase64url(sigText, 64);
    if (bm === null || Buffer.compare(bm, manifest.paperKey) >= 0) return refuse('bad-blinded-message', { field: 'bm' });
    const signed = sig !== null && signer.sign !== null && (await NODE_PLATFORM.ed25519Verify(signer.sign, paperInMessage(mh, bm), sig));
    if (!signed) return refuse('bad-signature', { field: 'sig' });
    read.push({ bm, sig });
  }
  return { ok: true, papers: read };
}
