import type { FastifyInstance } from 'fastify';
import * as contract from '#shared/contract/round.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import { declineGate } from './decline.service.ts';
import { freezeRound } from './freeze.service.ts';
import { signFiles } from './sign.service.ts';

/** Signatures under the files of a round, and what moves on with the last of them. */
export function gateRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.signFile, async ({ params, caller, body }) => signFiles(deps, caller, params.roundId, body.signatures));
  serve(app, contract.declineGate, async ({ params, caller, body }) =>
    declineGate(deps, caller, params.roundId, body.gate, body.reason),
  );
  serve(app, contract.freezeBox, async ({ params, caller }) => freezeRound(deps, caller, params.roundId));
}
