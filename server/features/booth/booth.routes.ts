import type { FastifyInstance } from 'fastify';
import { boothView } from '#shared/contract/booth.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import { readBooth } from './booth.service.ts';

/** What a delegate sees. */
export function boothRoutes(app: FastifyInstance, { db }: Deps): void {
  serve(app, boothView, async ({ caller }) => readBooth(db, caller));
}
