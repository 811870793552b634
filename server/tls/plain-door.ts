import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** Where devices fetch the authority's certificate before they trust it: the one thing that plain http hands out. */
export const AUTHORITY_PATH = '/authority.crt';
export const AUTHORITY_TYPE = 'application/x-x509-ca-cert';

const STYLE = 'body{font:18px/1.6 sans-serif;max-width:34em;margin:2em auto;padding:0 1em}code{font-size:1.1em;overflow-wrap:anywhere}a{display:inline-block;padding:.6em 0}';
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

type Door = { readonly origin: string; readonly authority: Buffer | null };

/**
 * Plain http beside https. It shows and takes nothing of the vote: `/` offers the authority's certificate with its
 * fingerprint, where the installation has its own; every other page is sent on to https; anything but reading is refused.
 */
export function plainDoor(door: Door): Server {
  return createServer((request, response) => answer(door, request, response)).setTimeout(10_000);
}

function answer({ origin, authority }: Door, request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  response.setHeader('cache-control', 'no-store').setHeader('x-content-type-options', 'nosniff').setHeader('referrer-policy', 'no-referrer');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD', connection: 'close' }).end();
  } else if (authority !== null && path === AUTHORITY_PATH) {
    response.writeHead(200, { 'content-type': AUTHORITY_TYPE }).end(authority);
  } else if (authority !== null && path === '/') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY }).end(doorPage(origin, authority));
  } else {
    response.writeHead(302, { location: `${origin}${path.startsWith('/') ? path : '/'}` }).end();
  }
}

function doorPage(origin: string, authority: Buffer): string {
  const fingerprint = pairs(createHash('sha256').update(authority).digest('hex'));
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>安装本会场的证书 · Install the hall’s certificate</title><style>${STYLE}</style></head>
<body>
<main>
<h1>安装本会场的证书</h1>
<p>先核对指纹（SHA-256），与工作人员手里那张纸上的一致，才可以安装。不一致就不要安装，告诉工作人员。</p>
<p><code>${fingerprint}</code></p>
<p><a href="${AUTHORITY_PATH}">下载证书</a>　<a href="${origin}/connection">已经装好：去做连接检查</a></p>
<h2 lang="en">Install the hall’s certificate</h2>
<p lang="en">First compare the fingerprint above (SHA-256) with the one on the clerk’s paper. Install only if they are the same; if not, stop and tell the clerk.</p>
<p lang="en"><a href="${AUTHORITY_PATH}">Download the certificate</a>　<a href="${origin}/connection">Installed: check the connection</a></p>
</main>
</body>
</html>
`;
}

/** 32 pairs in eight groups, as they are printed. */
export function pairs(hex: string): string {
  return (hex.toUpperCase().match(/.{8}/g) ?? []).map((group) => (group.match(/../g) ?? []).join(':')).join(' ');
}
