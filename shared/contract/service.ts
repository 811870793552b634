import { z } from 'zod/mini';
import { endpoint } from './endpoint.ts';

export const health = endpoint({
  method: 'GET',
  path: '/api/health',
  who: ['public'],
  summary: 'Ready only when the databases answer',
  response: z.object({ ready: z.literal(true), rehearsal: z.boolean(), version: z.string() }),
});
