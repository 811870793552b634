import { signInAccount } from '#shared/contract/account.ts';
import { listCongresses } from '#shared/contract/congress.ts';
import type { CongressSummary } from '#shared/contract/congress.ts';
import { readRehearsal, startRehearsal } from '#shared/contract/rehearsal.ts';
import { health } from '#shared/contract/service.ts';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import { readCodeOf } from '#shared/ballot-paper/secret-code.ts';
import { ApiClient, RefusedError } from '#server/features/simulation/api-client.ts';
import type { SimulatedLetter, Site } from '#server/features/simulation/simulated-delegate.ts';
import { SimulatedClerk } from './clerk.ts';
import { makeRealHall } from './real-hall.ts';
import { SimulatedScrutineer } from './scrutineer.ts';

export type HallSize = { readonly delegates: number; readonly scrutineers: number; readonly threshold: number };
export type HallDelegate = { readonly number: string; readonly letter: SimulatedLetter; readonly scrutineer: boolean };

/** A congress with everyone who acts in it; not yet adopted, nobody checked in. */
export type Hall = {
  readonly site: Site;
  readonly congress: CongressSummary;
  readonly clerk: SimulatedClerk;
  /** By number on the manifest; the chief is the first. */
  readonly scrutineers: readonly SimulatedScrutineer[];
  readonly delegates: readonly HallDelegate[];
};

export type ClerkLogin = { readonly name: string; readonly password: string };

/** A fresh rehearsal congress or, where a clerk's login is given, the congress of that clerk while it is prepared. */
export async function enterHall(url: string, size: HallSize, login: ClerkLogin | null): Promise<Hall> {
  const site = { url, origin: new URL(url).origin };
  const visitor = new ApiClient(url);
  const { rehearsal } = await visitor.call(health, {});
  if (login === null && !rehearsal) throw new Error('This is no rehearsal server: set SIMULATE_CLERK=name:password.');
  if (login === null) return rehearsalHall(site, visitor, size);
  const { congress, clerk } = await findClerk(site, visitor, login);
  return congress.rehearsal ? rehearsalHallOf(site, visitor, congress) : makeRealHall(site, clerk, congress, size);
}

async function rehearsalHall(site: Site, visitor: ApiClient, size: HallSize): Promise<Hall> {
  return rehearsalHallOf(site, visitor, await visitor.call(startRehearsal, { body: { ...size } }));
}

async function rehearsalHallOf(site: Site, visitor: ApiClient, congress: CongressSummary): Promise<Hall> {
  const { letters, sheets, accounts } = await visitor.call(readRehearsal, { params: { congressId: congress.id } });
  const account = accounts.find(({ role }) => role === 'clerk');
  if (account === undefined) throw new Error('The rehearsal has no clerk.');
  const clerk = new SimulatedClerk(site, congress.id);
  await clerk.signIn(account.name, account.password);
  const scrutineers = sheets.map(({ code }) => new SimulatedScrutineer(site, congress.id, secretOf(code)));
  for (const scrutineer of scrutineers) await scrutineer.signIn();
  const delegates = letters.map(({ number, code, scrutineer }) => ({ number, scrutineer, letter: { congressId: congress.id, secret: secretOf(code) } }));
  return { site, congress, clerk, scrutineers, delegates };
}

/** A clerk belongs to one congress: the one where the login is good. */
async function findClerk(site: Site, visitor: ApiClient, login: ClerkLogin): Promise<{ congress: CongressSummary; clerk: SimulatedClerk }> {
  for (const congress of await visitor.call(listCongresses, {})) {
    if (congress.state !== 'preparing') continue;
    try {
      await visitor.call(signInAccount, { body: { congressId: congress.id, ...login } });
    } catch (error) {
      if (error instanceof RefusedError && error.body.code === 'bad-password') continue;
      throw error;
    }
    const clerk = new SimulatedClerk(site, congress.id);
    await clerk.signIn(login.name, login.password);
    return { congress, clerk };
  }
  throw new Error(`No congress in preparation takes the clerk ${login.name} with this password.`);
}

function secretOf(code: string): Bytes {
  const read = readCodeOf('rehearsal', code);
  if (!read.ok) throw new Error('The rehearsal shows a code that cannot be read.');
  return read.secret;
}
