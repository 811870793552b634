import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { CHECKOUT } from '../checkout.ts';

/** The built client (vite build). */
export const CLIENT_FOLDER = join(CHECKOUT, 'dist/web');

/** Page paths of the client; anything else that is not a file or an endpoint is not found. */
const PAGES = ['/', '/setup', '/console/*', '/enrol', '/scrutineer/*', '/screen/*', '/office/*', '/p/*'];
const BOOTH_PAGES = ['/b', '/b/*'];

/**
 * The booth's page and the others' page, and their hashed assets. Pages are never cached, assets for
 * a year. Without a built client (the API alone, as in most tests) nothing is registered.
 */
export async function pages(app: FastifyInstance): Promise<void> {
  if (!existsSync(CLIENT_FOLDER)) return;
  await app.register(fastifyStatic, {
    root: CLIENT_FOLDER,
    wildcard: false,
    index: false,
    setHeaders: (reply, path) => {
      const fixed = path.includes('/assets/');
      reply.header('cache-control', fixed ? 'public, max-age=31536000, immutable' : 'no-store');
    },
  });
  for (const path of BOOTH_PAGES) {
    app.get(path, { config: { who: ['public'] }, schema: { hide: true } }, (_request, reply) => reply.sendFile('booth/index.html'));
  }
  for (const path of PAGES) {
    app.get(path, { config: { who: ['public'] }, schema: { hide: true } }, (_request, reply) =>
      // Ant Design writes its styles at run time; the booth's policy stays strict.
      reply.header('content-security-policy', consolePolicy).sendFile('index.html'),
    );
  }
}

const consolePolicy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "worker-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'";
