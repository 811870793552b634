import type { FastifyInstance } from 'fastify';
import * as contract from '#shared/contract/round.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import { enterRuling, signRuling, withdrawRuling } from './ruling.service.ts';

/** The chair's rulings: entered by the clerk, effective with the chief scrutineer's signature. */
export function rulingRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.enterRuling, async ({ params, caller, body }) => enterRuling(deps, caller, params.roundId, body));
  serve(app, contract.withdrawRuling, async ({ params, caller }) => withdrawRuling(deps, caller, params.roundId, params.rulingId));
  serve(app, contract.signRuling, async ({ params, caller, body }) =>
    signRuling(deps, caller, params.roundId, params.rulingId, body.sig),
  );
}
