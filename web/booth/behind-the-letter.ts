import { lazy } from 'react';

const load = () => import('./booth-page.tsx');

/**
 * Everything behind the letter, one file of its own: the first screen does not wait for it. It is fetched as
 * soon as that screen stands and is there before a delegate is let in, so that from then on nothing of the
 * program is still to come: a booth that loses the network can show every screen, seal and cast.
 */
export const BoothPage = lazy(async () => ({ default: (await load()).BoothPage }));

/** Fetches the file where it is not here yet; false when the network failed. */
export async function fetchBooth(): Promise<boolean> {
  try {
    await load();
    return true;
  } catch {
    return false;
  }
}
