import type { FastifyInstance } from 'fastify';
import { readRehearsal, startRehearsal } from '#shared/contract/rehearsal.ts';
import { refuse } from '#shared/error-code.ts';
import { readCongressSummary } from '../../db/congress.repository.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import { createRehearsal, readSecrets } from './rehearsal-seed.service.ts';

/** A fresh rehearsal, and the secrets of one. */
export function rehearsalSeedRoutes(app: FastifyInstance, deps: Deps): void {
  let making = false;
  serve(app, startRehearsal, async ({ body }) => {
    if (making) return refuse('busy');
    making = true;
    try {
      const made = await createRehearsal(deps, body);
      if (!made.ok) return made;
      const value = await readCongressSummary(deps.db, made.congressId);
      return value === null ? refuse('congress-unknown') : { ok: true, value };
    } finally {
      making = false;
    }
  });
  serve(app, readRehearsal, ({ params }) => readSecrets(deps, params.congressId));
}
