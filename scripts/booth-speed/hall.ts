import { readRehearsal } from '#shared/contract/rehearsal.ts';
import { ApiClient } from '#server/features/simulation/api-client.ts';
import { manifestReader, SimulatedDelegate } from '#server/features/simulation/simulated-delegate.ts';
import { enterHall } from '../simulation/hall.ts';

/** Of those in the hall when voting opens; enough for any quorum with the late ones still outside. */
const IN_TIME = 4;

export type LateDelegates = { readonly congressId: string; readonly codes: readonly string[] };

/** A rehearsal whose voting is open. The delegates named came in late: signed in, they draw a paper and may cast. */
export async function openedHall(url: string, late: number): Promise<LateDelegates> {
  const hall = await enterHall(url, { delegates: late * (IN_TIME + 1) + 3, scrutineers: 3, threshold: 2 }, null);
  const { clerk, congress, site, scrutineers } = hall;
  const arriving = hall.delegates.filter(({ scrutineer }) => !scrutineer).slice(0, late);
  const present = hall.delegates.filter((delegate) => !arriving.includes(delegate));
  await clerk.checkIn(present.map(({ number }) => number));
  await clerk.adopt(present.length);
  const { id } = await clerk.prepareRound();
  for (const scrutineer of scrutineers) await scrutineer.signManifest(id);
  const manifests = manifestReader(site, congress.id);
  for (const { letter } of present) {
    const delegate = new SimulatedDelegate(site, letter, manifests);
    await delegate.signIn();
    await delegate.draw(id);
  }
  await scrutineers[0]?.enterHeadCount(id, present.length);
  await clerk.open(id);
  await clerk.checkIn(arriving.map(({ number }) => number));
  const { letters } = await new ApiClient(url).call(readRehearsal, { params: { congressId: congress.id } });
  const codes = arriving.flatMap(({ number }) => letters.filter((letter) => letter.number === number).map(({ code }) => code));
  return { congressId: congress.id, codes };
}
