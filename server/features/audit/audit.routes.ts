import type { FastifyInstance } from 'fastify';
import { readAudit } from '#shared/contract/publication.ts';
import { checkAuditChain, readAuditPage } from '../../db/audit.repository.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';

/** The audit log (操作日志), newest first, with the state of its chain. */
export function auditRoutes(app: FastifyInstance, { db }: Deps): void {
  serve(app, readAudit, async ({ caller, query }) => {
    const page = await readAuditPage(db, caller.congressId, query.before ?? null, query.most);
    const entries = page.map((entry) => ({ ...entry, at: entry.at.toISOString() }));
    return { ok: true, value: { entries, chain: await checkAuditChain(db, caller.congressId) } };
  });
}
