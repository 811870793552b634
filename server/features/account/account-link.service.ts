import type { z } from 'zod';
import type { makeAccountLink, readAccountLink, useAccountLink } from '#shared/contract/account.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import { actorName } from '../../caller.ts';
import type { SignedInCaller } from '../../caller.ts';
import * as links from '../../db/account-link.repository.ts';
import { changeAccount, endSessions, readAccount } from '../../db/account.repository.ts';
import { writeAudit } from '../../db/audit.repository.ts';
import { transact } from '../../db/client.ts';
import type { Database, Transaction } from '../../db/client.ts';
import type { Deps } from '../../deps.ts';
import { newOneTimeToken, oneTimeHash } from '../../one-time-token.ts';
import { hashPassword } from '../../password.ts';
import { dropSecret } from '../../second-factor.ts';

const GOOD_FOR_MS = 24 * 3_600_000;

type Link = z.infer<typeof makeAccountLink.response>;

/** A one-time link for the person of an account. Refuses account-unknown (a closed one too). */
export async function makeLink(db: Database, caller: SignedInCaller, accountId: string): Promise<{ ok: true; value: Link } | Refusal> {
  return transact(db, async (tx) => makeLinkIn(tx, { congressId: caller.congressId, accountId, actor: actorName(caller) }));
}

/** As makeLink, inside a transaction; `actor` is who the audit log names. */
export async function makeLinkIn(
  tx: Transaction,
  { congressId, accountId, actor }: { congressId: string; accountId: string; actor: string },
): Promise<{ ok: true; value: Link } | Refusal> {
  const account = await readAccount(tx, congressId, accountId);
  if (account === null || account.closedAt !== null) return refuse('account-unknown');
  const { token, hash } = newOneTimeToken();
  const expiresAt = new Date(Date.now() + GOOD_FOR_MS);
  await links.replaceAccountLink(tx, accountId, hash, expiresAt);
  await writeAudit(tx, { congressId, actor, act: 'password link made', detail: account.name });
  return { ok: true as const, value: { token, expiresAt: expiresAt.toISOString() } };
}

/** Whose link it is. Refuses account-link-used. */
export async function readLink(db: Database, token: string): Promise<{ ok: true; value: z.infer<typeof readAccountLink.response> } | Refusal> {
  const account = await links.findLinkedAccount(db, oneTimeHash(token));
  if (account === null) return refuse('account-link-used');
  const { congressId, name, role, congress } = account;
  return { ok: true, value: { congressId, title: congress.title, name, role } };
}

/** The new password. Login sessions and the second factor end: whoever lost a phone comes back this way. Refuses account-link-used. */
export async function useLink({ db, keys }: Deps, { token, password }: z.infer<typeof useAccountLink.body>): Promise<{ ok: true; value: { ok: true } } | Refusal> {
  // Hashing a password is slow on purpose: strangers cannot ask for it.
  const account = await links.findLinkedAccount(db, oneTimeHash(token));
  if (account === null) return refuse('account-link-used');
  const passwordHash = await hashPassword(password);
  const done = await transact(db, async (tx) => {
    if (!(await links.takeAccountLink(tx, oneTimeHash(token)))) return refuse('account-link-used');
    await changeAccount(tx, account.id, { passwordHash, totpSince: null, totpStep: null });
    await endSessions(tx, account.id);
    await writeAudit(tx, { congressId: account.congressId, actor: `${account.role} ${account.name}`, act: 'password chosen by link', detail: account.name });
    return { ok: true as const, value: { ok: true as const } };
  });
  if (done.ok) await dropSecret(keys, account.id);
  return done;
}
