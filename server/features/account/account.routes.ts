import type { FastifyInstance } from 'fastify';
import { addAccount, listAccounts } from '#shared/contract/account.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import * as service from './account.service.ts';

/** Accounts of clerks and of the office. */
export function accountRoutes(app: FastifyInstance, { db }: Deps): void {
  serve(app, listAccounts, async ({ caller }) => ({ ok: true, value: await service.listAccounts(db, caller.congressId) }));
  serve(app, addAccount, ({ caller, body }) => service.addAccount(db, caller, body));
}
