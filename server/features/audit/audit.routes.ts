import type { FastifyInstance } from 'fastify';
import { exportAudit, readAudit } from '#shared/contract/publication.ts';
import { checkAuditChain, readAuditChoices, readAuditPage } from '../../db/audit.repository.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import { takeAuditLog } from './export.service.ts';

/** The audit log (操作日志), newest first, with the state of its chain; and the whole of it as a file. */
export function auditRoutes(app: FastifyInstance, deps: Deps): void {
  const { db } = deps;
  serve(app, readAudit, async ({ caller: { congressId }, query: { before, most, ...filter } }) => {
    const { entries, matching } = await readAuditPage(db, congressId, filter, { before, most });
    const value = { entries: entries.map((entry) => ({ ...entry, at: entry.at.toISOString() })), matching, ...(await readAuditChoices(db, congressId)), chain: await checkAuditChain(db, congressId) };
    return { ok: true, value };
  });
  serve(app, exportAudit, ({ caller, params }) => takeAuditLog(deps, caller, params.format));
}
