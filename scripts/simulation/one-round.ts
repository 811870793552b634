import { setTimeout as sleep } from 'node:timers/promises';
import type { RoundDetail } from '#shared/contract/round.ts';
import { ballotRule } from '#shared/domain/method.ts';
import { checkAbstention, checkSelection } from '#shared/domain/selection.ts';
import type { ValidSelection } from '#shared/domain/selection.ts';
import { SimulatedDelegate } from '#server/features/simulation/simulated-delegate.ts';
import type { ManifestReader, StampedPaper } from '#server/features/simulation/simulated-delegate.ts';
import { shuffled } from '#server/features/simulation/seeded-random.ts';
import type { Random } from '#server/features/simulation/seeded-random.ts';
import type { Hall, HallDelegate } from './hall.ts';
import { inParallel } from './in-parallel.ts';
import type { Preferences } from './preferences.ts';

const AT_ONCE = 8;
const CLOSE_POLL_MS = 250;

export type Behaviour = { readonly notCast: number; readonly abstain: number; readonly random: Random; readonly preferences: Preferences };

/** One round from its preparation to gate 2, everyone over HTTP. Returns the certified round. */
export async function holdRound(hall: Hall, present: readonly HallDelegate[], manifests: ManifestReader, behaviour: Behaviour): Promise<RoundDetail> {
  const { clerk, scrutineers } = hall;
  const [chief] = scrutineers;
  if (chief === undefined) throw new Error('The hall has no chief scrutineer.');
  const { id } = await clerk.prepareRound();
  for (const scrutineer of scrutineers) await scrutineer.signManifest(id);
  const papers = await drawAll(hall, present, manifests, id);
  await chief.enterHeadCount(id, present.length);
  const open = await clerk.open(id);
  await castAll(hall, open, papers, behaviour);
  await close(hall, id);
  return count(hall, id);
}

type Hand = { readonly delegate: SimulatedDelegate; readonly paper: StampedPaper };

function drawAll({ site }: Hall, present: readonly HallDelegate[], manifests: ManifestReader, roundId: string): Promise<Hand[]> {
  return inParallel(present, AT_ONCE, async ({ letter }) => {
    const delegate = new SimulatedDelegate(site, letter, manifests);
    await delegate.signIn();
    return { delegate, paper: await delegate.draw(roundId) };
  });
}

/** Choices are dealt before anyone acts, so that the same seed gives the same counts whoever is quicker. */
async function castAll({ congress }: Hall, round: RoundDetail, papers: readonly Hand[], behaviour: Behaviour): Promise<void> {
  const { notCast, abstain, random, preferences } = behaviour;
  const hands = shuffled(papers, random).slice(0, Math.max(papers.length - notCast, 0));
  const rule = ballotRule(congress.method, round.places);
  const selections = hands.map((_hand, index): ValidSelection => {
    const chosen = index < abstain ? [] : preferences.choose(round.candidates, round.places, random);
    const checked = chosen.length === 0 ? checkAbstention(rule) : checkSelection(chosen, round.candidates, rule);
    if (!checked.ok) throw new Error(`A simulated choice breaks the rule: ${checked.reason}.`);
    return checked.selection;
  });
  await inParallel(shuffled(hands.map((hand, index) => ({ hand, selection: selections[index] })), random), AT_ONCE, async ({ hand, selection }) => {
    if (selection !== undefined) await hand.delegate.cast(round.id, hand.paper, selection);
  });
}

export async function close({ clerk, congress }: Hall, roundId: string): Promise<void> {
  await clerk.startClosing(roundId, congress.rehearsal);
  while ((await clerk.readRound(roundId)).state === 'open') await sleep(CLOSE_POLL_MS);
}

/** Gate 1, freeze, two openings, the chair's ruling where one is needed, gate 2. */
export async function count({ clerk, scrutineers }: Hall, roundId: string): Promise<RoundDetail> {
  const [chief, second] = scrutineers;
  if (chief === undefined || second === undefined) throw new Error('Opening wants two scrutineers.');
  const closed = await clerk.readRound(roundId);
  for (const scrutineer of scrutineers) await scrutineer.signGate1(closed);
  const frozen = await clerk.freeze(roundId);
  for (const scrutineer of scrutineers) await scrutineer.release(frozen);
  const posted = await chief.open(frozen);
  const tallied = await second.openAgain(posted);
  const next = tallied.outcome?.next;
  if (next === 'ruling-tie') await chief.signRuling(await clerk.enterTieRuling(tallied));
  if (next === 'ruling-shortfall') await chief.signRuling(await clerk.enterShortfallRuling(tallied));
  const certified = await clerk.certify(await clerk.readRound(roundId));
  for (const scrutineer of scrutineers) await scrutineer.signOutcome(certified);
  return clerk.readRound(roundId);
}
