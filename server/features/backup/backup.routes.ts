import type { FastifyInstance } from 'fastify';
import { confirmBackupsGone } from '#shared/contract/round.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import { backupsGone } from './backup.service.ts';

/** Backups are made and restored at the terminal; here a clerk answers for those that must go. */
export function backupRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, confirmBackupsGone, async ({ params, caller }) => backupsGone(deps, caller, params.roundId));
}
