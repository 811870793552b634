import { createHash } from 'node:crypto';
import { checkHands, checkScrutineersTurn, isCarried } from '#shared/domain/adoption.ts';
import type { Hands } from '#shared/domain/adoption.ts';
import { adopt } from '#shared/domain/congress.ts';
import { checkMethod } from '#shared/domain/method.ts';
import { checkKeys, checkScrutineers } from '#shared/domain/scrutineer.ts';
import { firstRefusal } from '#shared/domain/verdict.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import { actorName } from '../../caller.ts';
import type { SignedInCaller } from '../../caller.ts';
import { createAdoption, readStandingSubjects } from '../../db/adoption.repository.ts';
import type { Adoption, Subject } from '../../db/adoption.repository.ts';
import { writeAudit } from '../../db/audit.repository.ts';
import { countPresent } from '../../db/check-in.repository.ts';
import { transact } from '../../db/client.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { changeState } from '../../db/congress.repository.ts';
import type { Congress } from '../../db/congress.repository.ts';
import { countRoll } from '../../db/delegate.repository.ts';
import { announceChange } from '../../db/event.repository.ts';
import { readProjects } from '../../db/project.repository.ts';
import { readScrutineers } from '../../db/scrutineer.repository.ts';
import { lockPreparing } from '../../preparation.ts';
import { methodText, scrutineersText } from './adopted-text.ts';

export type Vote = Hands & { readonly subject: Subject };
type Text = { readonly ok: true; readonly document: string } | Refusal;

/**
 * Records a show of hands, carried or not; with the second one carried the congress is adopted. Refuses
 * numbers-contradict (more hands than present), frozen-by-adoption (carried already), not-adopted
 * (scrutineers before the method), and what makes method or list unfit to be adopted.
 */
export async function recordVote(db: Database, caller: SignedInCaller, vote: Vote): Promise<{ ok: true; value: Adoption } | Refusal> {
  return transact(db, async (tx) => {
    const locked = await lockPreparing(tx, caller.congressId);
    if (!locked.ok) return locked;
    const standing = await readStandingSubjects(tx, caller.congressId);
    if (standing.has(vote.subject)) return refuse('frozen-by-adoption', { field: vote.subject });
    const hands = checkHands(vote, await countPresent(tx, caller.congressId));
    if (!hands.ok) return hands;
    const text = vote.subject === 'method' ? await textOfMethod(tx, locked.congress) : await textOfScrutineers(tx, locked.congress, standing);
    if (!text.ok) return text;
    const hash = createHash('sha256').update(text.document).digest('hex');
    const carried = isCarried(vote);
    const value = await createAdoption(tx, { ...vote, congressId: caller.congressId, carried, document: text.document, hash });
    await finish(tx, caller, locked.congress, standing, value);
    return { ok: true as const, value };
  });
}

async function textOfMethod(tx: Transaction, congress: Congress): Promise<Text> {
  const candidates = await readProjects(tx, congress.id);
  const verdict = checkMethod(congress.method, candidates.length);
  return verdict.ok ? { ok: true, document: methodText(congress, candidates, await countRoll(tx, congress.id)) } : verdict;
}

async function textOfScrutineers(tx: Transaction, congress: Congress, standing: ReadonlySet<Subject>): Promise<Text> {
  const list = await readScrutineers(tx, congress.id);
  const verdict = firstRefusal(
    checkScrutineersTurn(standing.has('method')),
    checkScrutineers(list, congress.method.box),
    checkKeys(list),
  );
  return verdict.ok ? { ok: true, document: scrutineersText(congress, list) } : verdict;
}

async function finish(tx: Transaction, caller: SignedInCaller, congress: Congress, before: ReadonlySet<Subject>, adoption: Adoption): Promise<void> {
  const { subject, votesFor, votesAgainst, votesAbstain, carried, hash } = adoption;
  const stands = (one: Subject) => before.has(one) || (carried && subject === one);
  const move = adopt(congress.state, { methodCarried: stands('method'), scrutineersCarried: stands('scrutineers') });
  if (move.ok) await changeState(tx, congress.id, move.state);
  const figures = `${String(votesFor)} for, ${String(votesAgainst)} against, ${String(votesAbstain)} abstain`;
  const detail = `${subject}: ${figures}, ${carried ? 'carried' : 'not carried'}, ${hash}`;
  await writeAudit(tx, { congressId: congress.id, actor: actorName(caller), act: 'show of hands', detail });
  await announceChange(tx, congress.id, 'congress');
}
