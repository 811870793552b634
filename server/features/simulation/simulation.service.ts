import { randomInt } from 'node:crypto';
import type { z } from 'zod';
import type { CongressSummary, RoundSummary } from '#shared/contract/congress.ts';
import type { simulateDelegates } from '#shared/contract/rehearsal.ts';
import { checkInMany } from '#shared/contract/roll.ts';
import { ballotRule } from '#shared/domain/method.ts';
import { checkCast, checkDraw } from '#shared/domain/round.ts';
import { checkAbstention, checkSelection } from '#shared/domain/selection.ts';
import type { ValidSelection } from '#shared/domain/selection.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import { readCongressSummary } from '../../db/congress.repository.ts';
import type { Deps } from '../../deps.ts';
import { ApiClient, RefusedError } from './api-client.ts';
import { choose } from './choices.ts';
import type { Choice } from './choices.ts';
import { readCrowd } from './crowd.ts';
import type { Stand } from './crowd.ts';
import type { Simulations } from './progress.ts';
import { seededRandom } from './seeded-random.ts';
import { SimulatedDelegate, manifestReader } from './simulated-delegate.ts';
import type { ManifestReader, Site } from './simulated-delegate.ts';

export type Wanted = z.infer<typeof simulateDelegates.body>;
type Jobs = { readonly ok: true; readonly jobs: readonly (() => Promise<void>)[] } | Refusal;
type Scene = { readonly deps: Deps; readonly site: Site; readonly congress: CongressSummary; readonly wanted: Wanted };

/**
 * Simulated delegates of a rehearsal do what the round allows now; whoever has no part is left to people.
 * Refuses congress-unknown, rehearsal-only, simulation-running, round-not-armed, round-not-open, round-closed.
 */
export async function startSimulation(
  deps: Deps,
  simulations: Simulations,
  act: { readonly congressId: string; readonly site: Site; readonly wanted: Wanted; readonly clerkToken: string },
): Promise<{ readonly ok: true; readonly started: number } | Refusal> {
  const congress = await readCongressSummary(deps.db, act.congressId);
  if (congress === null) return refuse('congress-unknown');
  if (!deps.config.rehearsal || !congress.rehearsal) return refuse('rehearsal-only');
  const planned = await plan({ deps, site: act.site, congress, wanted: act.wanted }, act.clerkToken);
  if (!planned.ok) return planned;
  if (!simulations.start(congress.id, planned.jobs)) return refuse('simulation-running');
  return { ok: true, started: planned.jobs.length };
}

async function plan(scene: Scene, clerkToken: string): Promise<Jobs> {
  const { congress, deps, wanted } = scene;
  if (wanted.act === 'check-in') return planCheckIn(scene, clerkToken);
  const { round } = congress;
  if (round === null) return refuse('round-not-armed');
  const allowed = wanted.act === 'draw' ? checkDraw(round.state) : checkCast(round.state);
  if (!allowed.ok) return allowed;
  const crowd = (await readCrowd(deps.db, congress.id, round.id)).filter(({ inHall }) => inHall);
  return { ok: true, jobs: wanted.act === 'draw' ? planDraws(scene, round, crowd) : planCasts(scene, round, crowd) };
}

/** The desk's work, with the clerk's own sign-in. */
async function planCheckIn({ deps, site, congress, wanted }: Scene, clerkToken: string): Promise<Jobs> {
  const crowd = await readCrowd(deps.db, congress.id, null);
  const missing = crowd.filter(({ inHall }) => !inHall).slice(0, wanted.delegates);
  const desk = new ApiClient(site.url);
  desk.signedIn(clerkToken);
  const params = { congressId: congress.id };
  const jobs = missing.map(({ number }) => async () => {
    await desk.call(checkInMany, { params, body: { numbers: [number] } });
  });
  return { ok: true, jobs };
}

function planDraws({ site, congress, wanted }: Scene, round: RoundSummary, crowd: readonly Stand[]): (() => Promise<void>)[] {
  const reader = manifestReader(site, congress.id);
  return crowd.filter(({ drawn }) => !drawn).slice(0, wanted.delegates).map(({ letter }) => async () => {
    const delegate = new SimulatedDelegate(site, letter, reader);
    await delegate.signIn();
    await delegate.draw(round.id);
  });
}

/**
 * Who has cast is nowhere written. Each job looks for the next delegate whose paper was drawn by a
 * simulated hand and is not in the box; those who drew on a page of their own are passed over.
 */
function planCasts({ site, congress, wanted }: Scene, round: RoundSummary, crowd: readonly Stand[]): (() => Promise<void>)[] {
  const drawn = crowd.filter((stand) => stand.drawn);
  const casts = Math.min(wanted.delegates, drawn.length);
  const choices = choose({ ...round, ...wanted, casts }, seededRandom(randomInt(2 ** 32)));
  const queue = drawn.values();
  const reader = manifestReader(site, congress.id);
  return choices.map((choice) => async () => {
    const selection = selectionOf(congress, round, choice);
    for (const { letter } of queue) if (await castOnce({ site, reader, round }, letter, selection)) return;
  });
}

type Booth = { readonly site: Site; readonly reader: ManifestReader; readonly round: RoundSummary };

/** False where this delegate's ballot is in the box already, or the paper is in a person's hand. */
async function castOnce({ site, reader, round }: Booth, letter: Stand['letter'], selection: ValidSelection): Promise<boolean> {
  const delegate = new SimulatedDelegate(site, letter, reader);
  await delegate.signIn();
  const paper = await delegate.draw(round.id).catch((error: unknown) => {
    if (error instanceof RefusedError && error.body.code === 'paper-exists') return null;
    throw error;
  });
  if (paper === null || (await delegate.hasCast(round.id, paper))) return false;
  await delegate.cast(round.id, paper, selection);
  return true;
}

/** A simulated delegate keeps to the rule, as a booth does. */
function selectionOf(congress: CongressSummary, round: RoundSummary, choice: Choice): ValidSelection {
  const rule = ballotRule(congress.method, round.places);
  const checked = choice.length === 0 ? checkAbstention(rule) : checkSelection(choice, round.candidates, rule);
  if (!checked.ok) throw new Error(`A simulated choice breaks the rule: ${checked.reason}.`);
  return checked.selection;
}
