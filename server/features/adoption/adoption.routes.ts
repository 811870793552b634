import type { FastifyInstance } from 'fastify';
import { adopt } from '#shared/contract/congress.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import { recordVote } from './adoption.service.ts';

/** Shows of hands on the method, then on the scrutineers. */
export function adoptionRoutes(app: FastifyInstance, { db }: Deps): void {
  serve(app, adopt, ({ caller, body }) => recordVote(db, caller, body));
}
