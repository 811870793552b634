import type { FastifyInstance } from 'fastify';
import { health, readBundle } from '#shared/contract/service.ts';
import { refuse } from '#shared/error-code.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import { VERSION } from '../../version.ts';
import { bundleOf } from './bundle.ts';

export function serviceRoutes(app: FastifyInstance, { db, boxSql, config }: Deps): void {
  serve(app, health, async () => {
    try {
      await Promise.all([db.$queryRaw`SELECT 1`, boxSql`SELECT 1`]);
    } catch {
      return refuse('database-unavailable');
    }
    return { ok: true, value: { ready: true as const, rehearsal: config.rehearsal, version: VERSION } };
  });
  serve(app, readBundle, () => bundleOf());
}
