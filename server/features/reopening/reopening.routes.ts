import type { FastifyInstance } from 'fastify';
import { askReopening as askEndpoint } from '#shared/contract/booth.ts';
import { approveReopening } from '#shared/contract/round.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import { askReopening, decide } from './reopening.service.ts';

/** Taking a drawn paper up on another device: asked by the delegate, decided by a clerk or a scrutineer. */
export function reopeningRoutes(app: FastifyInstance, { db }: Deps): void {
  serve(app, askEndpoint, async ({ params, caller }) => {
    const asked = await askReopening(db, caller, params.roundId);
    return asked.ok ? { ok: true, value: { reopening: asked.reopening } } : asked;
  });
  serve(app, approveReopening, async ({ params, body, caller }) => {
    const decided = await decide(db, caller, { ...params, ...body });
    return decided.ok ? { ok: true, value: { ok: true as const } } : decided;
  });
}
