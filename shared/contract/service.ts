import { z } from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { hash } from './field.ts';

export const health = endpoint({
  method: 'GET',
  path: '/api/health',
  who: ['public'],
  summary: 'Ready only when the databases answer',
  response: z.object({ ready: z.literal(true), rehearsal: z.boolean(), version: z.string() }),
});

/** The files of the booth's program in the form of `sha256sum`, with instructions at its head. */
export const BOOTH_FILES_PATH = '/booth/SHA256SUMS';

export const readBundle = endpoint({
  method: 'GET',
  path: '/api/bundle',
  who: ['public'],
  summary: 'The program of the voting page: its files with their SHA-256; `sha256` is that of the list at /booth/SHA256SUMS, which names them all',
  response: z.object({ sha256: hash, list: z.literal(BOOTH_FILES_PATH), files: z.array(z.object({ path: z.string(), sha256: hash })) }),
});
