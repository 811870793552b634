import type { FastifyInstance } from 'fastify';
import { fromBase64url, toBase64url } from '#shared/ballot-paper/base64url.ts';
import { boxStatus, cast } from '#shared/contract/booth.ts';
import { refuse } from '#shared/error-code.ts';
import { readCongressOfRound } from '../../db/round.repository.ts';
import { DelayedNews, RECEIVED_DELAY_MS } from '../../delayed-news.ts';
import type { Deps } from '../../deps.ts';
import { sendRefusal } from '../../error-handler.ts';
import { documentation, serve } from '../../serve.ts';
import { BoxSlot } from './box.service.ts';

/** The largest cast message (20 scrutineers) with room for other JSON spelling. */
const BODY_LIMIT = 8 * 1024;

/** The box: these routes carry no sign-in and ask for none, and stand outside of all that reads one. */
export function boxRoutes(app: FastifyInstance, { db, boxSql, keys }: Deps): void {
  const slot = new BoxSlot(boxSql, keys);
  const news = new DelayedNews(db, 'received', RECEIVED_DELAY_MS, (roundId) => readCongressOfRound(db, roundId));
  app.addHook('onClose', () => news.stop());

  // Not through serve(): the message is read once, by the ballot paper itself, and a full hall casts in one second.
  app.route({
    method: cast.method,
    url: cast.path,
    bodyLimit: BODY_LIMIT,
    // Headers for pages; this answer is a few bytes of JSON.
    helmet: false,
    config: { who: cast.who },
    schema: documentation(cast),
    handler: async (request, reply) => {
      const { roundId } = cast.params.parse(request.params);
      const received = await slot.cast(roundId, request.body);
      if (!received.ok) return sendRefusal(reply, received);
      if (received.isNew) news.tell(roundId);
      reply.headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
      return reply.send(JSON.stringify({ receipt: toBase64url(received.receipt) }));
    },
  });

  serve(app, boxStatus, async ({ params }) => {
    const pk = fromBase64url(params.pk, 32);
    if (pk === null) return refuse('not-in-box');
    const found = await slot.status(params.roundId, pk);
    return found.ok ? { ok: true, value: { receipt: toBase64url(found.receipt) }, headers: { 'cache-control': 'no-store' } } : found;
  });
}
