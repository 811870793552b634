/** What one process could do at most: a bare handler that makes the cast's checks and signs the receipt, without a database. */
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import Fastify from 'fastify';
import { z } from 'zod';
import { checkCast, leafOf, makeBoxGate, receiptMessage } from '#shared/ballot-paper/ballot.ts';
import { toBase64url } from '#shared/ballot-paper/base64url.ts';
import { manifestHash, readManifest } from '#shared/ballot-paper/manifest.ts';
import { NODE_PLATFORM, signWith } from '#shared/ballot-paper/platform-node.ts';
import { freePort } from '../simulation/own-server.ts';
import { serveParent } from './child.ts';

const { manifest } = z.object({ manifest: z.string() }).parse(JSON.parse(process.argv[2] ?? ''));
const bytes = Buffer.from(manifest, 'utf8');
const read = readManifest(bytes);
if (!read.ok) throw new Error('The manifest cannot be read.');
const made = await makeBoxGate(NODE_PLATFORM, manifestHash(bytes), read.manifest);
if (!made.ok) throw new Error('The manifest names no stamp key.');
const { gate } = made;
const { privateKey } = generateKeyPairSync('ed25519', {
  publicKeyEncoding: { format: 'der', type: 'spki' },
  privateKeyEncoding: { format: 'der', type: 'pkcs8' },
});
const key = createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' });

const app = Fastify();
app.post('/box/:roundId', async (request, reply) => {
  const checked = await checkCast(NODE_PLATFORM, gate, request.body);
  if (!checked.ok) return reply.code(422).send({ code: checked.reason });
  return { receipt: toBase64url(await signWith(key, receiptMessage(gate.mh, leafOf(checked.ballot)))) };
});
const port = await freePort();
await app.listen({ port, host: '127.0.0.1' });
serveParent(port, () => app.close());
