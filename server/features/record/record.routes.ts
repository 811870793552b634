import type { FastifyInstance } from 'fastify';
import * as contract from '#shared/contract/round.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import { readRecordFile, readSealedBox } from './record.service.ts';
import { readRecordZip } from './zip.service.ts';

/** The election record, file by file and as a whole, and the closed box for the scrutineers. */
export function recordRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.readBox, async ({ params, caller }) => readSealedBox(deps, caller, params.roundId));
  serve(app, contract.readRecordFile, async ({ params, caller }) => readRecordFile(deps, caller, params.roundId, params.file));
  serve(app, contract.readRecordZip, async ({ params, caller }) => readRecordZip(deps, caller, params.congressId));
}
