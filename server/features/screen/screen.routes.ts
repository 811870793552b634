import type { FastifyInstance } from 'fastify';
import { readAnnouncement, readOffice, readScreen } from '#shared/contract/publication.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import { viewAnnouncement, viewOffice, viewScreen } from './screen.service.ts';

export function screenRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, readScreen, async ({ params }) => viewScreen(deps, params.congressId));
  serve(app, readAnnouncement, async ({ params }) => viewAnnouncement(deps, params.congressId));
  serve(app, readOffice, async ({ params }) => viewOffice(deps, params.congressId));
}
