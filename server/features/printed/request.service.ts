import { fromBase64url } from '#shared/ballot-paper/base64url.ts';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { isUsablePoint } from '#shared/ballot-paper/points.ts';
import { paperOutMessage, reissueMessage } from '#shared/ballot-paper/printed.ts';
import { checkDraw } from '#shared/domain/round.ts';
import { demand, firstRefusal } from '#shared/domain/verdict.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { AuditAct } from '#shared/document/audit-acts.ts';
import type { SignedInCaller } from '../../caller.ts';
import * as requests from '../../db/chief-request.repository.ts';
import type { Transaction } from '../../db/client.ts';
import { createLetters, handOutLetters, revokeLetters } from '../../db/letter.repository.ts';
import { insertPrintedIssue } from '../../db/printed.repository.ts';
import type { RoundRecord, ScrutineerRecord } from '../../db/round-record.ts';
import type { Deps } from '../../deps.ts';
import { manifestOf, own } from '../../round/manifest.ts';
import { actOnPrinted, chiefOf } from './act.ts';
import type { Shown } from './act.ts';

type Entry = NonNullable<Awaited<ReturnType<typeof requests.findRollEntry>>>;
type Request = NonNullable<Awaited<ReturnType<typeof requests.findRequest>>>;

/** A printed ballot for a delegate who asks for one. Refuses as drawing a paper does, paper-not-told, request-pending. */
export function askPrinted(deps: Deps, caller: SignedInCaller, roundId: string, { delegateId, told }: { delegateId: string; told: boolean }): Promise<Shown | Refusal> {
  return actOnPrinted(deps, caller, roundId, async (tx, round) => {
    const found = await entryOf(tx, round, delegateId);
    if (!found.ok) return found;
    const { entry } = found;
    const checked = firstRefusal(demand(told, 'paper-not-told', { field: 'told' }), await checkPresent(tx, entry), checkFree(entry));
    if (!checked.ok) return checked;
    const added = await requests.addRequest(tx, { roundId, no: entry.no, kind: 'printed', pk: null, reason: null, requestedBy: caller.name });
    return added.ok ? { ok: true, act: 'ask for printed ballot', detail: `${nameOf(entry)}, told who keys` } : added;
  });
}

/**
 * A letter made anew after arming: its public key only. Refuses letter-unissued before arming, letter-in-use after
 * the delegate drew or took a printed ballot, key-taken, bad-format, request-pending.
 */
export function askReissue(
  deps: Deps,
  caller: SignedInCaller,
  roundId: string,
  { delegateId, pk: text, reason }: { delegateId: string; pk: string; reason: string },
): Promise<Shown | Refusal> {
  return actOnPrinted(deps, caller, roundId, async (tx, round) => {
    const pk = fromBase64url(text, 32);
    if (pk === null || !isUsablePoint(pk)) return refuse('bad-format', { field: 'pk' });
    if (round.state === 'prepared') return refuse('letter-unissued');
    const found = await entryOf(tx, round, delegateId);
    if (!found.ok) return found;
    const { entry } = found;
    const checked = await checkNewLetter(tx, entry, pk);
    if (!checked.ok) return checked;
    const added = await requests.addRequest(tx, { roundId, no: entry.no, kind: 'reissue', pk, reason, requestedBy: caller.name });
    return added.ok ? { ok: true, act: 'ask for letter anew', detail: `${nameOf(entry)}: ${reason}` } : added;
  });
}

export function withdrawRequest(deps: Deps, caller: SignedInCaller, roundId: string, requestId: string): Promise<Shown | Refusal> {
  return settle(deps, caller, roundId, requestId, async (tx, _round, request) => {
    await requests.endRequest(tx, request.id, 'withdrawn', null);
    return { ok: true, act: `withdraw request (${request.kind})` as const, detail: nameOf(request.entry) };
  });
}

export function declineRequest(deps: Deps, caller: SignedInCaller, roundId: string, requestId: string, reason: string): Promise<Shown | Refusal> {
  return settle(deps, caller, roundId, requestId, async (tx, round, request) => {
    const chief = chiefOf(round, caller);
    if (!chief.ok) return chief;
    await requests.endRequest(tx, request.id, 'declined', reason);
    return { ok: true, act: `decline request (${request.kind})` as const, detail: `${nameOf(request.entry)}: ${reason}` };
  });
}

/** The chief signs, and at once the printed ballot is handed out or the new letter takes the old one's place. */
export function signRequest(deps: Deps, caller: SignedInCaller, roundId: string, requestId: string, sig: string): Promise<Shown | Refusal> {
  return settle(deps, caller, roundId, requestId, async (tx, round, request) => {
    const found = chiefOf(round, caller);
    if (!found.ok) return found;
    const chief = found.scrutineer;
    const entered = await entryOf(tx, round, request.entry.delegateId);
    if (!entered.ok) return entered;
    const done = request.kind === 'printed' ? await handOut(tx, round, entered.entry, chief, sig) : await replaceLetter(tx, round, entered.entry, request, chief, sig);
    if (!done.ok) return done;
    await requests.endRequest(tx, request.id, 'signed', null);
    const act = request.kind === 'printed' ? 'hand out printed ballot' : 'replace letter';
    return { ok: true, act, detail: nameOf(request.entry) };
  });
}

async function handOut(tx: Transaction, round: RoundRecord, entry: Entry, chief: ScrutineerRecord, sig: string): Promise<Verdict> {
  const present = await checkPresent(tx, entry);
  if (!present.ok) return present;
  const signature = await readSignature(chief, paperOutMessage(manifestOf(round).mh, entry.no), sig);
  if (!signature.ok) return signature;
  const isNew = await insertPrintedIssue(tx, { roundId: round.id, no: entry.no, sig: signature.sig });
  return isNew ? { ok: true } : checkFree(entry);
}

async function replaceLetter(tx: Transaction, round: RoundRecord, entry: Entry, request: Request, chief: ScrutineerRecord, sig: string): Promise<Verdict> {
  if (request.pk === null) throw new Error('A request for a letter has no key.');
  const pk = own(request.pk);
  const checked = await checkNewLetter(tx, entry, pk);
  if (!checked.ok) return checked;
  const signature = await readSignature(chief, reissueMessage(manifestOf(round).mh, entry.no, pk), sig);
  if (!signature.ok) return signature;
  await revokeLetters(tx, [entry.delegateId], request.reason ?? 'replaced');
  const created = await createLetters(tx, [{ delegateId: entry.delegateId, pk }]);
  if (!created.ok) return created;
  if (await requests.isInHall(tx, entry.delegateId)) await handOutLetters(tx, [entry.delegateId], { at: new Date(), by: request.requestedBy });
  await requests.addReissued(tx, { roundId: round.id, no: entry.no, pk, sig: signature.sig });
  return { ok: true };
}

type Signature = { readonly ok: true; readonly sig: Bytes } | Refusal;

async function readSignature(signer: ScrutineerRecord, message: Uint8Array, text: string): Promise<Signature> {
  const sig = fromBase64url(text, 64);
  const signed = sig !== null && signer.sign !== null && (await NODE_PLATFORM.ed25519Verify(signer.sign, message, sig));
  return signed ? { ok: true, sig } : refuse('bad-signature', { field: 'sig' });
}

/** The delegate's line of the roll, while papers can be drawn. Refuses round-not-armed, round-closed, delegate-unknown. */
async function entryOf(tx: Transaction, round: RoundRecord, delegateId: string): Promise<{ readonly ok: true; readonly entry: Entry } | Refusal> {
  const drawing = checkDraw(round.state);
  if (!drawing.ok) return drawing;
  if (round.closesAt !== null && round.closesAt.getTime() <= Date.now()) return refuse('round-closed');
  const entry = await requests.findRollEntry(tx, round.id, delegateId);
  return entry === null ? refuse('delegate-unknown') : { ok: true, entry };
}

async function checkPresent(tx: Transaction, entry: Entry): Promise<Verdict> {
  return demand(await requests.isInHall(tx, entry.delegateId), 'not-checked-in');
}

/** One paper for each delegate, drawn or printed. */
function checkFree({ issue }: Entry): Verdict {
  return demand(issue === null, issue?.printed === true ? 'paper-printed' : 'drawn-electronically');
}

async function checkNewLetter(tx: Transaction, entry: Entry, pk: Bytes): Promise<Verdict> {
  if (entry.issue !== null) return refuse('letter-in-use');
  return demand(!(await requests.isLetterKey(tx, pk)), 'key-taken', { field: 'pk' });
}

type Settle = (tx: Transaction, round: RoundRecord, request: Request) => Promise<{ ok: true; act: AuditAct; detail: string } | Refusal>;

/** Refuses not-found, request-settled. */
function settle(deps: Deps, caller: SignedInCaller, roundId: string, requestId: string, act: Settle): Promise<Shown | Refusal> {
  return actOnPrinted(deps, caller, roundId, async (tx, round) => {
    const request = await requests.findRequest(tx, roundId, requestId);
    if (request === null) return refuse('not-found');
    return request.end === null ? act(tx, round, request) : refuse('request-settled');
  });
}

function nameOf({ delegate }: { readonly delegate: { readonly number: string; readonly name: string } }): string {
  return `${delegate.number} ${delegate.name}`;
}
