import type { Need } from '#shared/document/catalogue.ts';
import type { Facts, RoundFacts } from '#shared/document/facts.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import { readAccounts } from '../../db/account.repository.ts';
import { countPresent } from '../../db/check-in.repository.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { findCongress } from '../../db/congress.repository.ts';
import { countRoll } from '../../db/delegate.repository.ts';
import { inOneState, readAllAdoptions, readAuditLines, readDays, readLetterLines, readRollLines, readSignings } from '../../db/document.repository.ts';
import { readProjects } from '../../db/project.repository.ts';
import { readRounds } from '../../db/round.repository.ts';
import { readScrutineers } from '../../db/scrutineer.repository.ts';
import { roundFacts } from './round-facts.ts';

export type Read = { readonly ok: true; readonly facts: Facts } | Refusal;

/** What the documents of a congress are built from, in one state of the database. Refuses congress-unknown. */
export async function readFacts(db: Database, congressId: string, need: Need | null = null): Promise<Read> {
  return inOneState(db, (tx) => factsIn(tx, congressId, need === null ? [] : [need]));
}

/** The same within a state that is being read already, with any of the long lists. */
export async function factsIn(tx: Transaction, congressId: string, needs: readonly Need[]): Promise<Read> {
  const congress = await findCongress(tx, congressId);
  if (congress === null) return refuse('congress-unknown');
  const facts: Facts = {
    congress: { ...congress, ...(await readDays(tx, congressId)) },
    projects: await readProjects(tx, congressId),
    scrutineers: await readScrutineers(tx, congressId),
    clerks: (await readAccounts(tx, congressId)).filter((account) => account.role === 'clerk' && account.closedAt === null).map((account) => account.name),
    adoptions: await readAllAdoptions(tx, congressId),
    rounds: await factsOfRounds(tx, congressId),
    summoned: await countRoll(tx, congressId),
    present: await countPresent(tx, congressId),
    ...(await longLists(tx, congressId, needs)),
  };
  return { ok: true, facts };
}

/** One after the other: a transaction has one connection. */
async function factsOfRounds(tx: Transaction, congressId: string): Promise<readonly RoundFacts[]> {
  const signings = await readSignings(tx, congressId);
  const facts: RoundFacts[] = [];
  for (const round of await readRounds(tx, congressId)) facts.push(await roundFacts(tx, round, signings.filter((one) => one.roundId === round.id)));
  return facts;
}

async function longLists(tx: Transaction, congressId: string, needs: readonly Need[]): Promise<Pick<Facts, 'roll' | 'letters' | 'audit'>> {
  return {
    roll: needs.includes('roll') ? await readRollLines(tx, congressId) : [],
    letters: needs.includes('letters') ? await readLetterLines(tx, congressId) : [],
    audit: needs.includes('audit') ? await readAuditLines(tx, congressId) : [],
  };
}
