import type { Answer } from '#shared/contract/endpoint.ts';
import type { boothView } from '#shared/contract/booth.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { SignedInCaller } from '../../caller.ts';
import type { Database } from '../../db/client.ts';
import { readCongressSummary } from '../../db/congress.repository.ts';
import { readDelegateInHall, readPaperFacts } from '../../db/paper.repository.ts';
import { readProjects } from '../../db/project.repository.ts';
import { readLatestReopening, standingFor } from '../../db/reopening.repository.ts';

type BoothView = Answer<typeof boothView>;

/** Never whether the delegate has cast: nobody can tell that. */
export async function readBooth(
  db: Database,
  caller: SignedInCaller,
): Promise<{ readonly ok: true; readonly value: BoothView } | Refusal> {
  const [congress, delegate, projects] = await Promise.all([
    readCongressSummary(db, caller.congressId),
    readDelegateInHall(db, caller.id),
    readProjects(db, caller.congressId),
  ]);
  if (congress === null) return refuse('congress-unknown');
  if (delegate === null) return refuse('delegate-unknown');
  const { checkedIn, ...person } = delegate;
  const paper = congress.round === null ? NO_PAPER : await readPaper(db, congress.round.id, caller);
  return { ok: true, value: { delegate: person, congress, projects, checkedIn, ...paper, now: new Date().toISOString() } };
}

const NO_PAPER = { paper: 'none', reopening: 'none' } as const;

async function readPaper(db: Database, roundId: string, { id, session }: SignedInCaller): Promise<Pick<BoothView, 'paper' | 'reopening'>> {
  const facts = await readPaperFacts(db, roundId, id);
  if (facts === null || facts.entry === null || facts.issue === null) return NO_PAPER;
  return { paper: 'drawn', reopening: standingFor(await readLatestReopening(db, roundId, facts.entry.no), session) };
}
