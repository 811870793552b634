import type { FastifyInstance } from 'fastify';
import * as contract from '#shared/contract/archive.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import { takeArchive } from './archive.service.ts';

/** The congress as one file, to be kept and verified anywhere. */
export function archiveRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.readArchive, ({ caller }) => takeArchive(deps, caller));
}
