import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { authKey } from '#shared/ballot-paper/credential.ts';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { readCodeOf, scannedCode } from '#shared/ballot-paper/secret-code.ts';
import { projectInput } from '#shared/contract/congress.ts';
import type { startRehearsal } from '#shared/contract/rehearsal.ts';
import { STREET_METHOD, checkBoxThreshold } from '#shared/domain/method.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import { actorName } from '../../caller.ts';
import type { SignedInCaller } from '../../caller.ts';
import { newCongressIds } from '../../congress-ids.ts';
import { createAccount } from '../../db/account.repository.ts';
import { writeAudit } from '../../db/audit.repository.ts';
import { transact } from '../../db/client.ts';
import type { Transaction } from '../../db/client.ts';
import { createCongress, findCongress } from '../../db/congress.repository.ts';
import { findOnRoll } from '../../db/delegate.repository.ts';
import { createProjects } from '../../db/project.repository.ts';
import * as rehearsal from '../../db/rehearsal.repository.ts';
import type { Deps } from '../../deps.ts';
import { hashPassword } from '../../password.ts';
import data from './ningwei-2025.json' with { type: 'json' };
import { makeRoll, makeScrutineer } from './rehearsal-keys.ts';

const candidates = z.array(projectInput).parse(data.candidates);
const ACCOUNTS = [
  { name: '工作人员', role: 'clerk' },
  { name: '办事处', role: 'office' },
] as const;

export type RehearsalSize = z.infer<typeof startRehearsal.body>;
export const USUAL_SIZE: RehearsalSize = { delegates: 60, scrutineers: 3, threshold: 2 };

/** On an installation that rehearses: makes the first rehearsal congress when there is none. */
export async function ensureRehearsal(deps: Deps): Promise<void> {
  if (!(await rehearsal.hasRehearsal(deps.db))) await createRehearsal(deps, USUAL_SIZE);
}

/**
 * A rehearsal congress (演练) with the eight real candidates of Ningwei 2025, a placeholder roll, scrutineers
 * whose keys are made, a clerk and the office; every secret lies in the rehearsal tables.
 * Refuses rehearsal-only, bad-threshold, bad-request (more scrutineers than delegates).
 */
export async function createRehearsal({ config, db }: Deps, size: RehearsalSize): Promise<{ ok: true; congressId: string } | Refusal> {
  if (!config.rehearsal) return refuse('rehearsal-only');
  const box = { t: size.threshold, n: size.scrutineers };
  const threshold = checkBoxThreshold(box);
  if (!threshold.ok) return threshold;
  if (size.scrutineers > size.delegates) return refuse('bad-request', { field: 'scrutineers' });
  const { id, roundIds } = newCongressIds();
  const electionId = Buffer.from(id, 'base64url');
  const roll = await makeRoll(electionId, size.delegates);
  const chosen = roll.slice(0, size.scrutineers);
  const scrutineers = await Promise.all(chosen.map((one, index) => makeScrutineer(electionId, roundIds, one.id, index + 1)));
  const passwords = await Promise.all(ACCOUNTS.map(newPassword));
  return transact(db, async (tx) => {
    const heading = { title: `${String(data.year)}年度民生实事项目票选`, place: data.place, year: data.year, profile: 'street' as const };
    await createCongress(tx, { id, ...heading, rehearsal: true, method: { ...STREET_METHOD, places: data.places, box } }, roundIds);
    await createProjects(tx, id, candidates);
    await rehearsal.addRehearsalRoll(tx, id, roll);
    await rehearsal.addRehearsalScrutineers(tx, id, scrutineers);
    for (const account of passwords) await addAccount(tx, id, account);
    await writeAudit(tx, { congressId: id, actor: 'server', act: 'rehearsal made', detail: JSON.stringify(size) });
    return { ok: true as const, congressId: id };
  });
}

type RehearsalAccount = (typeof ACCOUNTS)[number] & { readonly password: string; readonly passwordHash: string };

async function newPassword(account: (typeof ACCOUNTS)[number]): Promise<RehearsalAccount> {
  const password = randomBytes(9).toString('base64url');
  return { ...account, password, passwordHash: await hashPassword(password) };
}

async function addAccount(tx: Transaction, congressId: string, { name, role, password, passwordHash }: RehearsalAccount): Promise<void> {
  const made = await createAccount(tx, { congressId, name, role, passwordHash });
  if (!made.ok) throw new Error(`The rehearsal account ${name} could not be made: ${made.reason}`);
  await rehearsal.keepRehearsalPassword(tx, made.account.id, password);
}

/** Refuses congress-unknown, and rehearsal-only for a real congress or on an installation that does not rehearse. */
export async function readSecrets({ config, db }: Deps, congressId: string): Promise<{ ok: true; value: rehearsal.RehearsalSecrets } | Refusal> {
  const congress = await findCongress(db, congressId);
  if (congress === null) return refuse('congress-unknown');
  if (!config.rehearsal || !congress.rehearsal) return refuse('rehearsal-only');
  return { ok: true, value: await rehearsal.readRehearsalSecrets(db, congressId) };
}

/**
 * Keeps letters of a rehearsal that were made anew. Refuses congress-unknown, rehearsal-only, delegate-unknown,
 * bad-code and code-of-rehearsal for what is no letter of a rehearsal; then none is kept.
 */
export async function keepLetters({ config, db }: Deps, caller: SignedInCaller, letters: readonly { delegateId: string; code: string }[]): Promise<{ ok: true; value: { ok: true } } | Refusal> {
  const { congressId } = caller;
  const congress = await findCongress(db, congressId);
  if (congress === null) return refuse('congress-unknown');
  if (!config.rehearsal || !congress.rehearsal) return refuse('rehearsal-only');
  const electionId = Buffer.from(congressId, 'base64url');
  const read: { delegateId: string; code: string; pk: Bytes }[] = [];
  for (const { delegateId, code } of letters) {
    const letter = readCodeOf('rehearsal', code);
    if (!letter.ok) return letter;
    const { publicKey: pk } = await authKey(NODE_PLATFORM, letter.secret, electionId);
    read.push({ delegateId, code: scannedCode(letter.secret, 'rehearsal'), pk });
  }
  return transact<{ ok: true; value: { ok: true } }>(db, async (tx) => {
    const ids = new Set(read.map((letter) => letter.delegateId));
    if ((await findOnRoll(tx, congressId, [...ids])).size !== ids.size) return refuse('delegate-unknown', { field: 'letters' });
    await rehearsal.addRehearsalLetters(tx, read);
    await writeAudit(tx, { congressId, actor: actorName(caller), act: 'rehearsal letters kept', detail: String(read.length) });
    return { ok: true, value: { ok: true } };
  });
}
