import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BOOTH_FILES_PATH } from '#shared/contract/service.ts';
import { CHECKOUT } from '../checkout.ts';

/** The built client (vite build). */
export const CLIENT_FOLDER = join(CHECKOUT, 'dist/web');

/** Page paths of the client; anything else that is not a file or an endpoint is not found. */
const PAGES = ['/', '/connection', '/setup', '/account', '/console/*', '/enrol', '/scrutineer/*', '/screen/*', '/office/*', '/print/*', '/p/*'];
const BOOTH_PAGES = ['/b', '/b/*'];

/** What a page may ask the device for: the camera, to read a printed code. */
const PERMISSIONS =
  'camera=(self), microphone=(), geolocation=(), display-capture=(), payment=(), usb=(), serial=(), bluetooth=(), hid=(), midi=(), ' +
  'accelerometer=(), gyroscope=(), magnetometer=(), publickey-credentials-get=()';

/** Only files of this server, no code and no style inside the page, no frame around it, no form sent anywhere. */
const BOOTH_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; " +
  "manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-src 'none'; frame-ancestors 'none'";

/** Ant Design writes its styles at run time; the booth's policy stays strict. */
const CONSOLE_POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "worker-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'";

/**
 * The booth's page and the others' page, and their hashed assets. Pages are never cached, assets for a year;
 * what the build packed (`.br`, `.gz`) is sent packed. Without a built client (the API alone, as in most
 * tests) nothing is registered.
 */
export async function pages(app: FastifyInstance): Promise<void> {
  if (!existsSync(CLIENT_FOLDER)) return;
  await app.register(fastifyStatic, {
    root: CLIENT_FOLDER,
    wildcard: false,
    index: false,
    preCompressed: true,
    globIgnore: ['**/*.gz', '**/*.br'],
    setHeaders: (reply, path) => {
      const fixed = path.includes('/assets/');
      reply.header('cache-control', fixed ? 'public, max-age=31536000, immutable' : 'no-store');
      reply.header('vary', 'accept-encoding');
      if (/\.html(\.br|\.gz)?$/.test(path)) {
        reply.header('permissions-policy', PERMISSIONS);
        reply.header('content-security-policy', path.includes('/booth/') ? BOOTH_POLICY : CONSOLE_POLICY);
      }
      if (path.endsWith(BOOTH_FILES_PATH)) reply.header('content-type', 'text/plain; charset=utf-8');
    },
  });
  for (const path of BOOTH_PAGES) {
    app.get(path, { config: { who: ['public'] }, schema: { hide: true } }, (_request, reply) => reply.sendFile('booth/index.html'));
  }
  for (const path of PAGES) {
    app.get(path, { config: { who: ['public'] }, schema: { hide: true } }, (_request, reply) => reply.sendFile('index.html'));
  }
}

/** A person opened an address in a browser; a program asks for no HTML. */
export function opensPage({ method, url, headers }: FastifyRequest): boolean {
  return method === 'GET' && !url.startsWith('/api/') && headers.accept?.includes('text/html') === true && existsSync(CLIENT_FOLDER);
}

/** The client for an address that is no page, as 404: it says so in words and leads to the first page. */
export async function sendLostPage(reply: FastifyReply): Promise<FastifyReply> {
  return reply
    .code(404)
    .headers({ 'cache-control': 'no-store', 'permissions-policy': PERMISSIONS, 'content-security-policy': CONSOLE_POLICY })
    .type('text/html; charset=utf-8')
    .send(await readFile(join(CLIENT_FOLDER, 'index.html')));
}
