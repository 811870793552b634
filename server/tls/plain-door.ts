import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** Where devices fetch the authority's certificate before they trust it: the one thing that plain http hands out. */
export const AUTHORITY_PATH = '/authority.crt';
export const AUTHORITY_TYPE = 'application/x-x509-ca-cert';

const STYLE = 'body{font:18px/1.6 sans-serif;max-width:34em;margin:2em auto;padding:0 1em}h1,h2{font-size:1.5em;line-height:1.3}a{display:inline-block;padding:.6em 0}:root{color-scheme:light dark}';
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

type Door = { readonly origin: string; readonly authority: Buffer | null };

/**
 * Plain http beside https. It shows and takes nothing of the vote: `/` offers the authority's certificate,
 * where the installation has its own; every other page is sent on to https; anything but reading is refused.
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
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY }).end(doorPage(origin));
  } else {
    response.writeHead(302, { location: `${origin}${path.startsWith('/') ? path : '/'}` }).end();
  }
}

/** No fingerprint stands here: whoever could put another certificate in between could put another fingerprint beside it. */
function doorPage(origin: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>安装本会场的证书 · Install the hall’s certificate</title><style>${STYLE}</style></head>
<body>
<main>
<h1>安装本会场的证书</h1>
<p><a href="${AUTHORITY_PATH}">下载证书</a></p>
<p>下载后，在设备显示的证书详情里找到 SHA-256 指纹，与工作人员手里那张纸逐组核对。不一致就不要安装（已经装上的马上删除），告诉工作人员。</p>
<p><a href="${origin}/connection">已经装好：去做连接检查</a></p>
<h2 lang="en">Install the hall’s certificate</h2>
<p lang="en"><a href="${AUTHORITY_PATH}">Download the certificate</a></p>
<p lang="en">Then find the SHA-256 fingerprint in the details that the device shows, and compare it group by group with the clerk’s paper. If it differs, do not install it (remove it at once if it was), and tell the clerk.</p>
<p lang="en"><a href="${origin}/connection">Installed: check the connection</a></p>
</main>
</body>
</html>
`;
}
