import { createHash } from 'node:crypto';
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
  await tx.auditEntry.create({ data: { ...entry, hash: auditHash(entry) } });
}

type Hashed = AuditLine & { readonly sequence: number; readonly at: Date; readonly previousHash: string | null };

/** Hex SHA-256 over the JSON array of all fields, the hash of the line before among them. */
export function auditHash(entry: Hashed): string {
  const { congressId, sequence, at, actor, act, detail, previousHash } = entry;
  const text = JSON.stringify([congressId, sequence, at.toISOString(), actor, act, detail, previousHash]);
  return createHash('sha256').update(text).digest('hex');
}

export async function readAuditPage(db: Handle, congressId: string, before: number | null, most: number) {
  return db.auditEntry.findMany({
    where: { congressId, ...(before === null ? {} : { sequence: { lt: before } }) },
    orderBy: { sequence: 'desc' },
    take: most,
  });
}

/** Checks the whole chain of a congress: numbers without a gap, each hash right and carried on. */
export async function checkAuditChain(
  db: Handle,
  congressId: string,
): Promise<{ length: number; head: string | null; intact: boolean }> {
  const entries = await db.auditEntry.findMany({ where: { congressId }, orderBy: { sequence: 'asc' } });
  let head: string | null = null;
  const intact = entries.every((entry, index) => {
    const right = entry.sequence === index + 1 && entry.previousHash === head && entry.hash === auditHash(entry);
    head = entry.hash;
    return right;
  });
  return { length: entries.length, head, intact };
}
