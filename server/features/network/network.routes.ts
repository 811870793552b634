import type { FastifyInstance } from 'fastify';
import { readPublicOrigin } from '#shared/contract/network.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';

/** How devices reach this installation. */
export function networkRoutes(app: FastifyInstance, { config }: Deps): void {
  serve(app, readPublicOrigin, () => Promise.resolve({ ok: true, value: { origin: config.publicOrigins[0] } }));
}
