import { type AuditLogLine, auditLineHash, brokenAuditLine } from '#shared/archive/audit-line.ts';
import type { AuditAct } from '#shared/document/audit-acts.ts';
import type { Handle, Transaction } from './client.ts';

export type AuditLine = {
  readonly congressId: string;
  /** Who did it, in words: role and name; never a delegate in connection with paper or ballot. */
  readonly actor: string;
  readonly act: AuditAct;
  readonly detail: string;
};

/** One line, in the transaction of the act it tells of. Lines of a congress wait for each other. */
export async function writeAudit(tx: Transaction, line: AuditLine): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('audit'), hashtext(${line.congressId}))`;
  const last = await tx.auditEntry.findFirst({
    where: { congressId: line.congressId },
    orderBy: { sequence: 'desc' },
    select: { sequence: true, hash: true },
  });
  const entry = { ...line, sequence: (last?.sequence ?? 0) + 1, at: new Date(), previousHash: last?.hash ?? null };
  await tx.auditEntry.create({ data: { ...entry, hash: auditLineHash({ ...entry, at: entry.at.toISOString() }) } });
}

/** Which lines are wanted; `until` is not among them. */
export type AuditFilter = { readonly actor?: string | undefined; readonly act?: string | undefined; readonly from?: string | undefined; readonly until?: string | undefined };

/** Lines before a number, newest first, and how many there are in all. */
export async function readAuditPage(db: Handle, congressId: string, filter: AuditFilter, { before, most }: { readonly before?: number | undefined; readonly most: number }) {
  const where = whereOf(congressId, filter);
  const page = before === undefined ? where : { ...where, sequence: { lt: before } };
  return { entries: await db.auditEntry.findMany({ where: page, orderBy: { sequence: 'desc' }, take: most }), matching: await db.auditEntry.count({ where }) };
}

function whereOf(congressId: string, { actor, act, from, until }: AuditFilter) {
  const at = { ...(from === undefined ? {} : { gte: from }), ...(until === undefined ? {} : { lt: until }) };
  return { congressId, at, ...(actor === undefined ? {} : { actor }), ...(act === undefined ? {} : { act }) };
}

/** Everyone and every act in the log, by name. */
export async function readAuditChoices(db: Handle, congressId: string): Promise<{ readonly actors: string[]; readonly acts: string[] }> {
  const actors = await db.auditEntry.findMany({ where: { congressId }, distinct: ['actor'], orderBy: { actor: 'asc' }, select: { actor: true } });
  const acts = await db.auditEntry.findMany({ where: { congressId }, distinct: ['act'], orderBy: { act: 'asc' }, select: { act: true } });
  return { actors: actors.map(({ actor }) => actor), acts: acts.map(({ act }) => act) };
}

/** The whole log, oldest first, with everything that its hashes cover. */
export async function readAuditLog(db: Handle, congressId: string): Promise<readonly AuditLogLine[]> {
  const entries = await db.auditEntry.findMany({ where: { congressId }, orderBy: { sequence: 'asc' } });
  return entries.map((entry) => ({ ...entry, at: entry.at.toISOString() }));
}

/** Checks the whole chain of a congress: numbers without a gap, each hash right and carried on. */
export async function checkAuditChain(
  db: Handle,
  congressId: string,
): Promise<{ length: number; head: string | null; intact: boolean }> {
  const lines = await readAuditLog(db, congressId);
  return { length: lines.length, head: lines.at(-1)?.hash ?? null, intact: brokenAuditLine(lines) === null };
}
