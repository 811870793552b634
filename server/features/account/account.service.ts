import type { z } from 'zod';
import type { addAccount as addEndpoint, listAccounts as listEndpoint } from '#shared/contract/account.ts';
import { checkTallyClerk } from '#shared/domain/certification.ts';
import { isSameName } from '#shared/domain/person-name.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import { actorName } from '../../caller.ts';
import type { SignedInCaller } from '../../caller.ts';
import { createAccount, readAccounts } from '../../db/account.repository.ts';
import type { AccountRecord } from '../../db/account.repository.ts';
import { writeAudit } from '../../db/audit.repository.ts';
import { transact } from '../../db/client.ts';
import type { Database, Handle } from '../../db/client.ts';
import { readScrutineers } from '../../db/scrutineer.repository.ts';
import { hashPassword } from '../../password.ts';
import { lockCongressOf } from '../../preparation.ts';

type Account = z.infer<typeof listEndpoint.response>[number];

export async function listAccounts(db: Handle, congressId: string): Promise<Account[]> {
  return (await readAccounts(db, congressId)).map(view);
}

/** Refuses name-taken (one that reads alike too), and clerk-is-scrutineer for a clerk who carries a scrutineer's name. */
export async function addAccount(
  db: Database,
  caller: SignedInCaller,
  { name, password, role }: z.infer<typeof addEndpoint.body>,
): Promise<{ ok: true; value: Account } | Refusal> {
  const passwordHash = await hashPassword(password);
  const { congressId } = caller;
  return transact(db, async (tx) => {
    const locked = await lockCongressOf(tx, congressId);
    if (!locked.ok) return locked;
    if ((await readAccounts(tx, congressId)).some((account) => isSameName(account.name, name))) return refuse('name-taken', { field: 'name' });
    const scrutineers = (await readScrutineers(tx, congressId)).map((scrutineer) => scrutineer.name);
    if (role === 'clerk' && !checkTallyClerk(name, scrutineers).ok) return refuse('clerk-is-scrutineer', { field: 'name' });
    const created = await createAccount(tx, { congressId, name, role, passwordHash });
    if (!created.ok) return created;
    await writeAudit(tx, { congressId, actor: actorName(caller), act: 'account added', detail: `${role} ${name}` });
    return { ok: true as const, value: view(created.account) };
  });
}

function view({ id, name, role, createdAt }: AccountRecord): Account {
  return { id, name, role, createdAt: createdAt.toISOString() };
}
