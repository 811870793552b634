import type { z } from 'zod';
import type { setUpCongress } from '#shared/contract/account.ts';
import { presetOf } from '#shared/domain/method.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import { actorName } from '../../caller.ts';
import type { Claims } from '../../caller.ts';
import { newCongressIds } from '../../congress-ids.ts';
import { createAccount } from '../../db/account.repository.ts';
import { writeAudit } from '../../db/audit.repository.ts';
import { transact } from '../../db/client.ts';
import { createCongress } from '../../db/congress.repository.ts';
import * as links from '../../db/setup-link.repository.ts';
import type { Deps } from '../../deps.ts';
import { newOneTimeToken, oneTimeHash } from '../../one-time-token.ts';
import { hashPassword } from '../../password.ts';

/** The link for the first clerk of a real installation, as `makeSetupLink`; null once there is a clerk. */
export async function makeFirstSetupLink(deps: Pick<Deps, 'db'>): Promise<string | null> {
  return (await links.hasRealAccount(deps.db)) ? null : makeSetupLink(deps);
}

/**
 * The token of a one-time link with which a clerk makes a congress, to be printed on the terminal: who can
 * read that decides who may. An older link stops working.
 */
export async function makeSetupLink({ db }: Pick<Deps, 'db'>): Promise<string> {
  const { token, hash } = newOneTimeToken();
  await transact(db, async (tx) => {
    await links.replaceSetupLink(tx, hash);
    return { ok: true as const };
  });
  return token;
}

/** A congress and its first clerk, by the link of the terminal. Refuses setup-used: unknown, used or replaced. */
export async function setUpCongressWithLink(
  { db }: Deps,
  { token, congress, clerk }: z.infer<typeof setUpCongress.body>,
): Promise<{ ok: true; claims: Claims } | Refusal> {
  // Hashing a password is slow on purpose: strangers cannot ask for it.
  if (!(await links.isSetupLink(db, oneTimeHash(token)))) return refuse('setup-used');
  const { id, roundIds } = newCongressIds();
  const passwordHash = await hashPassword(clerk.password);
  return transact(db, async (tx) => {
    if (!(await links.takeSetupLink(tx, oneTimeHash(token)))) return refuse('setup-used');
    await createCongress(tx, { id, ...congress, rehearsal: false, method: presetOf(congress.profile) }, roundIds);
    const made = await createAccount(tx, { congressId: id, name: clerk.name, role: 'clerk', passwordHash });
    if (!made.ok) return made;
    const who = { id: made.account.id, role: 'clerk', congressId: id, name: clerk.name, number: null } as const;
    await writeAudit(tx, { congressId: id, actor: actorName(who), act: 'congress set up', detail: congress.title });
    const { id: sub, ...rest } = who;
    return { ok: true as const, claims: { sub, ...rest } };
  });
}
