import type { FastifyInstance } from 'fastify';
import { keepRehearsalLetters, readRehearsal, startRehearsal } from '#shared/contract/rehearsal.ts';
import { refuse } from '#shared/error-code.ts';
import { readCongressSummary } from '../../db/congress.repository.ts';
import { countRehearsalsSince } from '../../db/rehearsal.repository.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import { createRehearsal, keepLetters, readSecrets } from './rehearsal-seed.service.ts';

const HOUR_MS = 3_600_000;
/** Anyone may start a rehearsal; nobody fills the disk with them. */
const MOST_AN_HOUR = 30;

/** A fresh rehearsal, and the secrets of one. */
export function rehearsalSeedRoutes(app: FastifyInstance, deps: Deps): void {
  let making = false;
  serve(app, startRehearsal, async ({ body }) => {
    if (making) return refuse('busy');
    making = true;
    try {
      if ((await countRehearsalsSince(deps.db, new Date(Date.now() - HOUR_MS))) >= MOST_AN_HOUR) return refuse('busy');
      const made = await createRehearsal(deps, body);
      if (!made.ok) return made;
      const value = await readCongressSummary(deps.db, made.congressId);
      return value === null ? refuse('congress-unknown') : { ok: true, value };
    } finally {
      making = false;
    }
  });
  serve(app, keepRehearsalLetters, ({ caller, body }) => keepLetters(deps, caller, body.letters));
  serve(app, readRehearsal, ({ params }) => readSecrets(deps, params.congressId));
}
