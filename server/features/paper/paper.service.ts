import { sha256 } from '#shared/ballot-paper/hash.ts';
import { checkIssueRequest } from '#shared/ballot-paper/paper.ts';
import type { IssueRequest, PaperRound } from '#shared/ballot-paper/paper.ts';
import { NODE_PLATFORM, stamp } from '#shared/ballot-paper/platform-node.ts';
import { equalBytes } from '#shared/ballot-paper/bytes.ts';
import { checkDraw } from '#shared/domain/round.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import { actorName } from '../../caller.ts';
import type { SignedInCaller } from '../../caller.ts';
import { writeAudit } from '../../db/audit.repository.ts';
import { transact } from '../../db/client.ts';
import type { Transaction } from '../../db/client.ts';
import { holdForIssue, insertIssue, readIssue, readPaperFacts } from '../../db/paper.repository.ts';
import type { PaperFacts, PaperIssue } from '../../db/paper.repository.ts';
import { holdRollEntry, noteTakenUp, readLatestReopening, standingFor } from '../../db/reopening.repository.ts';
import type { Deps } from '../../deps.ts';
import { capsuleKey } from '../../round-keys.ts';
import { lockCapsule, unlockCapsule } from './capsule-lock.ts';
import { paperRoundOf, stampKeyOf } from '../../round/paper-round.ts';

export type Drawn = { readonly ok: true; readonly isNew: boolean; readonly congressId: string; readonly blindSignature: Uint8Array };

/**
 * Issues one ballot paper (发票): inserted, committed, and only then stamped. The identical request again
 * gets the same stamp, also after a check-out: the paper was drawn. No audit line: the issue table is its
 * own log. Refuses round-unknown, another-congress, round-not-armed, round-closed, delegate-unknown,
 * credential-revoked, not-checked-in, bad-blinded-message, bad-capsule, bad-signature, paper-exists, paper-printed.
 */
export async function drawPaper(deps: Deps, caller: SignedInCaller, roundId: string, request: IssueRequest): Promise<Drawn | Refusal> {
  const issued = await transact(deps.db, async (tx) => {
    await holdForIssue(tx, roundId);
    const entitled = checkEntitled(await readPaperFacts(tx, roundId, caller.id), caller);
    return entitled.ok ? issue(tx, deps, entitled, roundId, request) : entitled;
  });
  if (!issued.ok) return issued;
  const stamped = stamp(await stampKeyOf(deps.keys, roundId, issued.paperRound), request.blindedMessage);
  return stamped.ok ? { ...issued, blindSignature: stamped.blindSignature } : stamped;
}

type Issued = { readonly ok: true; readonly isNew: boolean; readonly congressId: string; readonly paperRound: PaperRound };

async function issue(tx: Transaction, deps: Deps, facts: Entitled, roundId: string, request: IssueRequest): Promise<Issued | Refusal> {
  const { congressId, entry, paperRound } = facts;
  const answer = { congressId, paperRound };
  if (facts.printed) return refuse('paper-printed');
  if (facts.issue !== null) return again(facts.issue, request, answer);
  if (!facts.checkedIn) return refuse('not-checked-in');
  const checked = await checkIssueRequest(NODE_PLATFORM, entry.pk, paperRound, request);
  if (!checked.ok) return checked;
  const { blindedMessage, sig } = request;
  const capsuleHash = sha256(request.capsule);
  const capsule = lockCapsule(await capsuleKeyOf(deps, roundId), request.capsule, capsuleHash);
  const isNew = await insertIssue(tx, { roundId, no: entry.no, blindedMessage, capsule, capsuleHash, sig });
  if (isNew) return { ok: true, isNew, ...answer };
  const other = await readIssue(tx, roundId, entry.no);
  return other === null ? refuse('paper-printed') : again(other, request, answer);
}

type Entitled = PaperFacts & {
  readonly ok: true;
  readonly entry: NonNullable<PaperFacts['entry']>;
  readonly paperRound: PaperRound;
};

/** Who may draw or take up in this round at all; the domain says until when. */
function checkEntitled(facts: PaperFacts | null, caller: SignedInCaller): Entitled | Refusal {
  if (facts === null) return refuse('round-unknown');
  const { entry, manifest, manifestHash, closesAt } = facts;
  if (facts.congressId !== caller.congressId) return refuse('another-congress');
  const allowed = checkDraw(facts.state);
  if (!allowed.ok) return allowed;
  if (closesAt !== null && closesAt.getTime() <= Date.now()) return refuse('round-closed');
  if (manifest === null || manifestHash === null) return refuse('round-not-armed');
  if (entry === null) return refuse('delegate-unknown');
  if (!entry.letterValid) return refuse('credential-revoked');
  return { ...facts, ok: true, entry, paperRound: paperRoundOf(manifest, manifestHash) };
}

/** Refuses paper-exists for another paper than the one that was drawn. */
function again(drawn: PaperIssue, { blindedMessage, capsule }: IssueRequest, answer: Omit<Issued, 'ok' | 'isNew'>): Issued | Refusal {
  const same = equalBytes(blindedMessage, drawn.blindedMessage) && equalBytes(sha256(capsule), drawn.capsuleHash);
  return same ? { ok: true, isNew: false, ...answer } : refuse('paper-exists');
}

async function capsuleKeyOf({ keys }: Deps, roundId: string): Promise<Buffer> {
  const key = await capsuleKey(keys, roundId);
  if (key === null) throw new Error(`Round ${roundId} has no capsule key.`);
  return key;
}

export type TakenUp = { readonly ok: true; readonly blindedMessage: Uint8Array; readonly capsule: Uint8Array; readonly blindSignature: Uint8Array };

/**
 * The drawn paper once more, for another device, after approval, while papers can be drawn. One approval serves one
 * login session, which gets the same answer again. Refuses as `drawPaper` does, and no-paper, approval-pending.
 */
export async function takePaperUp(deps: Deps, caller: SignedInCaller, roundId: string): Promise<TakenUp | Refusal> {
  const taken = await transact(deps.db, (tx) => noteTaking(tx, caller, roundId));
  if (!taken.ok) return taken;
  const { drawn, paperRound } = taken;
  if (drawn.capsule === null) return refuse('round-closed');
  const { blindedMessage } = drawn;
  const capsule = unlockCapsule(await capsuleKeyOf(deps, roundId), drawn.capsule, drawn.capsuleHash);
  const stamped = stamp(await stampKeyOf(deps.keys, roundId, paperRound), blindedMessage);
  return stamped.ok ? { ok: true, blindedMessage, capsule, blindSignature: stamped.blindSignature } : stamped;
}

type Taking = { readonly ok: true; readonly drawn: PaperIssue; readonly paperRound: PaperRound };

/** The line of the roll is held, so that of two devices that come at the same moment one is served. */
async function noteTaking(tx: Transaction, caller: SignedInCaller, roundId: string): Promise<Taking | Refusal> {
  const facts = checkEntitled(await readPaperFacts(tx, roundId, caller.id), caller);
  if (!facts.ok) return facts;
  const { congressId, issue: drawn, entry, paperRound } = facts;
  if (drawn === null) return refuse('no-paper');
  await holdRollEntry(tx, roundId, entry.no);
  const latest = await readLatestReopening(tx, roundId, entry.no);
  const reopening = standingFor(latest, caller.session);
  if (latest === null || reopening !== 'approved') return refuse('approval-pending', { figures: { reopening } });
  if (latest.takenUpBy === null) {
    await noteTakenUp(tx, latest.id, caller.session);
    await writeAudit(tx, { congressId, actor: actorName(caller), act: 'take paper up on another device', detail: '' });
  }
  return { ok: true, drawn, paperRound };
}
