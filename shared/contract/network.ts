import { z } from 'zod/mini';
import { endpoint } from './endpoint.ts';

/** An origin: scheme, host and port where it is not the usual one, no path, no slash at its end. */
const origin = z.string().check(z.regex(/^https?:\/\/[^/]+$/));

export const readPublicOrigin = endpoint({
  method: 'GET',
  path: '/api/public-origin',
  who: ['public'],
  summary: 'The address under which delegates reach this installation (the first of PUBLIC_ORIGIN); what is printed names it, wherever the console was opened',
  response: z.object({ origin }),
});
