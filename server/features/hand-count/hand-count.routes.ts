import type { FastifyInstance } from 'fastify';
import { countByHand } from '#shared/contract/printed.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import { enterHandCount } from './hand-count.service.ts';

/** A round that was counted by hand when everything failed (手工计票). */
export function handCountRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, countByHand, async ({ params, caller, body }) => enterHandCount(deps, caller, params.roundId, body));
}
