import type { z } from 'zod';
import type { Project } from '#shared/contract/congress.ts';
import type { readAnnouncement, readOffice, readScreen } from '#shared/contract/publication.ts';
import { inHallAt, quorumMet, quorumNeeded } from '#shared/domain/attendance.ts';
import { checkReadRecord, mayReadOutcome } from '#shared/domain/permission.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import { readCongressSummary } from '../../db/congress.repository.ts';
import { readProjects } from '../../db/project.repository.ts';
import { countIssued } from '../../db/roll-entry.repository.ts';
import { countSummoned, readPublishedAt, readStandingAdoptions } from '../../db/round-congress.repository.ts';
import type { RoundRecord } from '../../db/round-record.ts';
import { readRounds } from '../../db/round.repository.ts';
import { readScrutineers } from '../../db/scrutineer.repository.ts';
import { readStays } from '../../db/stay.repository.ts';
import type { Deps } from '../../deps.ts';
import { certifiedRounds } from '../../round/certified.ts';
import { shownReceived } from '../../round/received.ts';

type Screen = z.infer<typeof readScreen.response>;
type Announcement = z.infer<typeof readAnnouncement.response>;
type Office = z.infer<typeof readOffice.response>;
type Read<T> = Promise<{ readonly ok: true; readonly value: T } | Refusal>;

/** The hall screen: figures of the hall while voting, results of certified rounds only. */
export async function viewScreen(deps: Deps, congressId: string): Read<Screen> {
  const { db } = deps;
  const congress = await readCongressSummary(db, congressId);
  if (congress === null) return refuse('congress-unknown');
  const rounds = await readRounds(db, congressId);
  const latest = rounds.at(-1);
  const present = inHallAt(await readStays(db, congressId), Date.now()).size;
  const summoned = latest?.summoned ?? (await countSummoned(db, congressId));
  const { quorum } = congress.method;
  const value = {
    now: new Date().toISOString(),
    congress,
    projects: await readProjects(db, congressId),
    summoned,
    present,
    quorum: { needed: quorumNeeded(quorum, summoned), met: quorumMet(quorum, summoned, present) },
    issued: latest === undefined ? 0 : await countIssued(db, latest.id),
    received: latest === undefined ? 0 : await shownReceived(deps, latest),
    adoptions: await readStandingAdoptions(db, congressId),
    scrutineers: (await readScrutineers(db, congressId)).filter((one) => !one.alternate),
    results: certifiedRounds(rounds),
    voided: voidedOf(rounds),
    boothAddress: `${deps.config.publicOrigins[0]}/b/${congressId}`,
  };
  return { ok: true, value };
}

/** The latest round, prepared ones without a manifest apart, where a ruling that has taken effect made it void. */
function voidedOf(rounds: readonly RoundRecord[]): Screen['voided'] {
  const round = rounds.findLast(({ state, manifest }) => state !== 'prepared' || manifest !== null);
  const ruling = round?.rulings.find(({ kind, effectiveAt }) => kind === 'void' && effectiveAt !== null);
  if (round === undefined || ruling === undefined) return null;
  return { number: round.number, kind: round.kind, ruling: { text: ruling.text, by: ruling.by, reason: ruling.reason } };
}

/** The published announcement; names only, or with counts, as the method says. */
export async function viewAnnouncement({ db }: Deps, congressId: string): Read<Announcement> {
  const congress = await readCongressSummary(db, congressId);
  if (congress === null) return refuse('congress-unknown');
  const publishedAt = await readPublishedAt(db, congressId);
  if (congress.state !== 'published' || publishedAt === null) return refuse('not-published');
  const rounds = certifiedRounds(await readRounds(db, congressId));
  const fewestBallots = Math.min(...rounds.map((round) => round.received));
  const withCounts = congress.method.publicList === 'names-and-counts';
  const value = {
    congress,
    publishedAt: publishedAt.toISOString(),
    ...listsOf(await readProjects(db, congressId)),
    keyWorkLabel: congress.method.keyWorkLabel,
    rounds: rounds.map((round) => (withCounts ? round : { ...round, counts: null })),
    recordOpen: checkReadRecord('public', { recordOpenTo: congress.method.recordOpenTo, congress: congress.state, fewestBallots }).ok,
  };
  return { ok: true, value };
}

/** What the office carries out, once the congress is decided; before that it learns nothing of a result. */
export async function viewOffice({ db }: Deps, congressId: string): Read<Office> {
  const congress = await readCongressSummary(db, congressId);
  if (congress === null) return refuse('congress-unknown');
  if (!mayReadOutcome('office', 'certified', congress.state)) {
    return { ok: true, value: { congress, decided: false, selected: [], keyWork: [], rounds: [] } };
  }
  const rounds = certifiedRounds(await readRounds(db, congressId));
  const lists = listsOf(await readProjects(db, congressId));
  const votesOf = (project: Project) => ({ ...project, votes: latestVotes(rounds, project.number) });
  return { ok: true, value: { congress, decided: true, selected: lists.selected.map(votesOf), keyWork: lists.keyWork.map(votesOf), rounds } };
}

function listsOf(projects: readonly Project[]): { selected: Project[]; keyWork: Project[] } {
  return {
    selected: projects.filter((project) => project.standing === 'selected'),
    keyWork: projects.filter((project) => project.standing === 'key-work'),
  };
}

/** Votes in the last round that the project stood in. */
function latestVotes(rounds: Office['rounds'], number: number): number | null {
  const last = rounds.findLast((round) => round.counts.some((row) => row.number === number));
  return last?.counts.find((row) => row.number === number)?.votes ?? null;
}
