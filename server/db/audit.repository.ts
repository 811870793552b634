import { type AuditLogLine, auditLineHash, brokenAuditLine } from '#shared/archive/audit-line.ts';
import type { Handle, Transaction } from './client.ts';

export type AuditLine = {
  readonly congressId: string;
  /** Who did it, in words: role and name; never a delegate in connection with paper or ballot. */
  readonly actor: string;
  readonly act: string;
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

export async function readAuditPage(db: Handle, congressId: string, before: number | null, most: number) {
  return db.auditEntry.findMany({
    where: { congressId, ...(before === null ? {} : { sequence: { lt: before } }) },
    orderBy: { sequence: 'desc' },
    take: most,
  });
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
