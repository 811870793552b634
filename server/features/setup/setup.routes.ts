import type { FastifyInstance } from 'fastify';
import { setUpCongress } from '#shared/contract/account.ts';
import type { Deps } from '../../deps.ts';
import { signIn } from '../../plugins/authentication.ts';
import { serve } from '../../serve.ts';
import { setUpCongressWithLink } from './setup.service.ts';

/** The first congress of a real installation. */
export function setupRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, setUpCongress, async ({ body }) => {
    const result = await setUpCongressWithLink(deps, body);
    return result.ok ? { ok: true, value: signIn(app, result.claims) } : result;
  });
}
