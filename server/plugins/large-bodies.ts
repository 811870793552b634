import { finished } from 'node:stream/promises';
import type { FastifyInstance } from 'fastify';

/** Beyond it, nobody's patience is spared: the connection ends. */
const MOST_PASSED_OVER = 64 * 1024 * 1024;

class TooLargeBody extends Error {
  readonly statusCode = 413;
}

/**
 * A body that its own head says is too large is passed over to its end before it is refused: a browser hears no answer
 * while it sends, and would show a broken connection instead of the sentence. Only for who is signed in, and without
 * keeping a byte.
 */
export function takeInLargeBodies(app: FastifyInstance): void {
  app.addHook('preParsing', async (request, _reply, payload) => {
    const length = Number(request.headers['content-length'] ?? 0);
    const limit = request.routeOptions.bodyLimit;
    if (request.caller.role === 'public' || length <= limit || length > MOST_PASSED_OVER) return payload;
    payload.resume();
    await finished(payload);
    throw new TooLargeBody();
  });
}
