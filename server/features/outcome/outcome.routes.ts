import type { FastifyInstance } from 'fastify';
import * as contract from '#shared/contract/round.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import { certifyOutcome, enterObjection } from './certify.service.ts';

/** The tally clerk's part of gate 2, and what was objected before it. */
export function outcomeRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.enterObjection, async ({ params, caller, body }) => enterObjection(deps, caller, params.roundId, body));
  serve(app, contract.certify, async ({ params, caller, body }) => certifyOutcome(deps, caller, params.roundId, body.hash));
}
