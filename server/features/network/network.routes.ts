import type { FastifyInstance } from 'fastify';
import { readAuthority, readNetwork, readPublicOrigin } from '#shared/contract/network.ts';
import { refuse } from '#shared/error-code.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import { AUTHORITY_TYPE } from '../../tls/plain-door.ts';
import { networkOf } from './network.service.ts';

/** How devices reach this installation. */
export function networkRoutes(app: FastifyInstance, { config }: Deps): void {
  serve(app, readPublicOrigin, () => Promise.resolve({ ok: true, value: { origin: config.publicOrigins[0] } }));
  serve(app, readNetwork, () => Promise.resolve({ ok: true, value: networkOf(config) }));
  serve(app, readAuthority, () => {
    const authority = config.tls?.authority ?? null;
    return Promise.resolve(authority === null ? refuse('not-found') : { ok: true, value: authority, headers: { 'content-type': AUTHORITY_TYPE } });
  });
}
