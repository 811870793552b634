import type { FastifyInstance } from 'fastify';
import { readSimulation, simulateDelegates } from '#shared/contract/rehearsal.ts';
import type { Config } from '../../config.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import { Simulations } from './progress.ts';
import type { Site } from './simulated-delegate.ts';
import { startSimulation } from './simulation.service.ts';

/** Simulated delegates of a rehearsal, started by the clerk. */
export function simulationRoutes(app: FastifyInstance, deps: Deps): void {
  const simulations = new Simulations();
  app.addHook('preClose', () => simulations.stop());
  serve(app, simulateDelegates, async ({ params, body, request }) => {
    const clerkToken = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    const site = ownSite(app, deps.config);
    const started = await startSimulation(deps, simulations, { congressId: params.congressId, site, wanted: body, clerkToken });
    return started.ok ? { ok: true, value: { started: started.started } } : started;
  });
  serve(app, readSimulation, ({ params }) => Promise.resolve({ ok: true, value: simulations.progressOf(params.congressId) }));
}

/** The server calls itself as a browser would: over this machine's own address, or its public one where it speaks TLS. */
function ownSite(app: FastifyInstance, { publicOrigins: [origin], tls }: Config): Site {
  const [listening] = app.addresses();
  if (tls !== null || typeof listening !== 'object') return { url: origin, origin };
  const everywhere = ['::', '0.0.0.0'].includes(listening.address);
  const host = everywhere ? 'localhost' : listening.address;
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${String(listening.port)}`, origin };
}
