import { once } from 'node:events';
import { createServer } from 'node:http';
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
  const innerDoor = deps.config.tls === null ? null : loopbackDoor(app);
  app.addHook('preClose', () => simulations.stop());
  serve(app, simulateDelegates, async ({ params, body, request }) => {
    const clerkToken = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    const site = innerDoor === null ? ownSite(app, deps.config) : { url: await innerDoor(), origin: deps.config.publicOrigins[0] };
    const started = await startSimulation(deps, simulations, { congressId: params.congressId, site, wanted: body, clerkToken });
    return started.ok ? { ok: true, value: { started: started.started } } : started;
  });
  serve(app, readSimulation, ({ params }) => Promise.resolve({ ok: true, value: simulations.progressOf(params.congressId) }));
}

/**
 * Where the server speaks TLS its certificate names neither this machine's loopback nor, perhaps, anything that the
 * machine can resolve: the simulated delegates come in by plain http on the loopback, opened when the first are started.
 */
function loopbackDoor(app: FastifyInstance): () => Promise<string> {
  const door = createServer((request, reply) => app.routing(request, reply));
  app.addHook('onClose', () => door.close());
  return async () => {
    if (!door.listening) await once(door.listen(0, '127.0.0.1'), 'listening');
    const address = door.address();
    if (address === null || typeof address === 'string') throw new Error('The loopback door is shut.');
    return `http://127.0.0.1:${String(address.port)}`;
  };
}

/** The server calls itself as a browser would, over this machine's own address. */
function ownSite(app: FastifyInstance, { publicOrigins: [origin] }: Config): Site {
  const [listening] = app.addresses();
  if (typeof listening !== 'object') return { url: origin, origin };
  const everywhere = ['::', '0.0.0.0'].includes(listening.address);
  const host = everywhere ? 'localhost' : listening.address;
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${String(listening.port)}`, origin };
}
