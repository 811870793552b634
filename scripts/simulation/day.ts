import type { RoundDetail } from '#shared/contract/round.ts';
import { manifestReader } from '#server/features/simulation/simulated-delegate.ts';
import { seededRandom, shuffled } from '#server/features/simulation/seeded-random.ts';
import type { SimulationArguments } from './arguments.ts';
import { enterHall } from './hall.ts';
import type { ClerkLogin, Hall, HallDelegate } from './hall.ts';
import { holdRound } from './one-round.ts';
import { dealPreferences } from './preferences.ts';
import { writeRecords } from './record-folder.ts';

type Figures = Pick<RoundDetail, 'issued' | 'received'> & {
  readonly valid: number;
  readonly abstained: number;
  readonly invalid: number;
  readonly counts: readonly { readonly number: number; readonly votes: number }[];
};
type Outcome = { readonly selected: readonly number[]; readonly keyWork: readonly number[]; readonly tied: readonly number[] };

export type DaySummary = Figures & {
  readonly summoned: number;
  readonly present: number;
  readonly rounds: readonly (Figures & { readonly number: number; readonly outcome: Outcome & { readonly placesLeft: number; readonly final: boolean } })[];
  /** Selected in all rounds; key work and tied of the final one. */
  readonly outcome: Outcome;
  readonly seconds: number;
};

/** The day from the check-in to the announcement; writes both levels of the record and answers the figures. */
export async function simulateDay(
  url: string,
  wanted: SimulationArguments,
  login: ClerkLogin | null,
  say: (line: string) => void,
): Promise<DaySummary> {
  const started = performance.now();
  const hall = await enterHall(url, wanted, login);
  const random = seededRandom(wanted.seed);
  const present = whoComes(hall.delegates, wanted.absent, random);
  await hall.clerk.checkIn(present.map(({ number }) => number));
  await hall.clerk.adopt(present.length);
  say(`${hall.congress.title}: ${String(hall.delegates.length)} summoned, ${String(present.length)} present, method and scrutineers adopted`);
  const rounds = await holdRounds(hall, present, wanted, random, say);
  await hall.clerk.publish();
  await writeRecords(hall, rounds, wanted.out);
  return summarize(hall, present.length, rounds, (performance.now() - started) / 1000);
}

/** Scrutineers are in the hall; of the others some are absent. */
function whoComes(delegates: readonly HallDelegate[], absent: number, random: () => number): readonly HallDelegate[] {
  const missing = new Set(shuffled(delegates.filter(({ scrutineer }) => !scrutineer), random).slice(0, absent));
  return delegates.filter((delegate) => !missing.has(delegate));
}

async function holdRounds(
  hall: Hall,
  present: readonly HallDelegate[],
  wanted: SimulationArguments,
  random: () => number,
  say: (line: string) => void,
): Promise<readonly RoundDetail[]> {
  const behaviour = { notCast: wanted['not-cast'], abstain: wanted.abstain, random, preferences: dealPreferences(random) };
  const manifests = manifestReader(hall.site, hall.congress.id);
  const rounds: RoundDetail[] = [];
  for (;;) {
    const round = await holdRound(hall, present, manifests, behaviour);
    rounds.push(round);
    const { selected = [], tied = [], final = false } = round.outcome ?? {};
    say(`round ${String(round.number)}: ${String(round.received)} received, selected ${selected.join(',')}${tied.length === 0 ? '' : `, tied ${tied.join(',')}`}`);
    if (final) return rounds;
  }
}

function summarize(hall: Hall, present: number, rounds: readonly RoundDetail[], seconds: number): DaySummary {
  const [first] = rounds;
  const last = rounds.at(-1);
  if (first === undefined || last === undefined) throw new Error('No round was held.');
  return {
    summoned: hall.delegates.length,
    present,
    ...figuresOf(first),
    rounds: rounds.map((round) => ({ number: round.number, ...figuresOf(round), outcome: outcomeOf(round) })),
    outcome: {
      selected: rounds.flatMap((round) => outcomeOf(round).selected).sort((a, b) => a - b),
      keyWork: outcomeOf(last).keyWork,
      tied: outcomeOf(last).tied,
    },
    seconds: Math.round(seconds * 10) / 10,
  };
}

function figuresOf({ issued, received, outcome }: RoundDetail): Figures {
  if (outcome === null) throw new Error('A certified round has an outcome.');
  const { valid, abstained, invalid, counts } = outcome;
  return { issued, received, valid, abstained, invalid, counts };
}

function outcomeOf({ outcome }: RoundDetail): DaySummary['rounds'][number]['outcome'] {
  if (outcome === null) throw new Error('A certified round has an outcome.');
  const { selected, keyWork, tied, placesLeft, final } = outcome;
  return { selected, keyWork, tied, placesLeft, final };
}
