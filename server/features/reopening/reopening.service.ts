import { checkReopen } from '#shared/domain/round.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { AuditAct } from '#shared/document/audit-acts.ts';
import { actorName } from '../../caller.ts';
import type { SignedInCaller } from '../../caller.ts';
import { writeAudit } from '../../db/audit.repository.ts';
import { transact } from '../../db/client.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { announceChange } from '../../db/event.repository.ts';
import { readPaperFacts } from '../../db/paper.repository.ts';
import type { PaperFacts } from '../../db/paper.repository.ts';
import { addReopening, decideReopening, holdRollEntry, isScrutineerOf, lockReopening, readLatestReopening, standingFor } from '../../db/reopening.repository.ts';

type Asked = { readonly ok: true; readonly reopening: 'pending' | 'approved' };
type DrawnFacts = PaperFacts & { readonly entry: NonNullable<PaperFacts['entry']> };

/**
 * A delegate wants the drawn paper on another device. Whether that needs an approval is a parameter of
 * the method; it serves the one login session that takes the paper up. Refuses round-unknown, round-not-armed, round-closed, no-paper, credential-revoked.
 */
export async function askReopening(db: Database, caller: SignedInCaller, roundId: string): Promise<Asked | Refusal> {
  return transact(db, async (tx) => {
    const facts = await readPaperFacts(tx, roundId, caller.id);
    const checked = checkDrawn(facts);
    if (!checked.ok) return checked;
    const { congressId, deviceChange, entry } = checked.facts;
    await holdRollEntry(tx, roundId, entry.no);
    const standing = standingFor(await readLatestReopening(tx, roundId, entry.no), caller.session);
    if (standing === 'pending' || standing === 'approved') return { ok: true, reopening: standing };
    const free = deviceChange === 'free';
    await addReopening(tx, roundId, entry.no, free ? 'the method' : null);
    await record(tx, congressId, actorName(caller), free ? 'take paper up, free by the method' : 'ask to take paper up');
    return { ok: true, reopening: free ? 'approved' : 'pending' };
  });
}

/** Refuses as `askReopening` does; approval by whom is said elsewhere. */
function checkDrawn(facts: PaperFacts | null): { readonly ok: true; readonly facts: DrawnFacts } | Refusal {
  if (facts === null) return refuse('round-unknown');
  const { entry } = facts;
  const allowed = checkReopen(facts.state);
  if (!allowed.ok) return allowed;
  if (entry === null || facts.issue === null) return refuse('no-paper');
  if (!entry.letterValid) return refuse('credential-revoked');
  return { ok: true, facts: { ...facts, entry } };
}

/**
 * A clerk or a scrutineer approves the wish or declines it; the same decision again changes nothing.
 * Refuses not-found, another-congress, round-closed, forbidden (a scrutineer's own paper), busy (decided otherwise).
 */
export async function decide(
  db: Database,
  caller: SignedInCaller,
  { roundId, reopeningId, approve }: { readonly roundId: string; readonly reopeningId: string; readonly approve: boolean },
): Promise<{ readonly ok: true } | Refusal> {
  return transact(db, async (tx) => {
    const wish = await lockReopening(tx, roundId, reopeningId);
    if (wish === null) return refuse('not-found');
    if (wish.congressId !== caller.congressId) return refuse('another-congress');
    const allowed = checkReopen(wish.state);
    if (!allowed.ok) return allowed;
    if (caller.role === 'scrutineer' && (await isScrutineerOf(tx, caller.id, wish.delegate.id))) return refuse('forbidden');
    if (wish.standing !== 'pending') return wish.standing === (approve ? 'approved' : 'declined') ? { ok: true } : refuse('busy');
    await decideReopening(tx, reopeningId, approve, actorName(caller));
    const { number, name } = wish.delegate;
    const act = approve ? 'approve taking paper up' : 'decline taking paper up';
    await record(tx, wish.congressId, actorName(caller), act, `delegate ${number} ${name}`);
    return { ok: true };
  });
}

async function record(tx: Transaction, congressId: string, actor: string, act: AuditAct, detail = ''): Promise<void> {
  await writeAudit(tx, { congressId, actor, act, detail });
  await announceChange(tx, congressId, 'papers');
}
