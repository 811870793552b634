import type { FastifyInstance } from 'fastify';
import { readReadiness } from '#shared/contract/network.ts';
import { readAccounts } from '../../db/account.repository.ts';
import { lastRestoreTest } from '../../db/backup.repository.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';

/** What the opening checklist asks of the installation. Warnings: a meeting may open without. */
export function readinessRoutes(app: FastifyInstance, { db }: Deps): void {
  serve(app, readReadiness, async ({ caller: { congressId } }) => {
    const accounts = await readAccounts(db, congressId);
    const tested = await lastRestoreTest(db, congressId);
    const clerks = accounts.filter(({ role, closedAt }) => role === 'clerk' && closedAt === null).length;
    return { ok: true, value: { clerks, restoreTestedAt: tested?.toISOString() ?? null } };
  });
}
