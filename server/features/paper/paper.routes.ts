import type { FastifyInstance } from 'fastify';
import { drawPaper as drawEndpoint, takePaperUp as takeUpEndpoint } from '#shared/contract/booth.ts';
import { DelayedNews, ISSUED_DELAY_MS } from '../../delayed-news.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import { readPaperRequest } from './paper-request.ts';
import { drawPaper, takePaperUp } from './paper.service.ts';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

/** Drawing a ballot paper, and taking a drawn one up again. */
export function paperRoutes(app: FastifyInstance, deps: Deps): void {
  const news = new DelayedNews(deps.db, 'papers', ISSUED_DELAY_MS);
  app.addHook('onClose', () => news.stop());
  serve(app, drawEndpoint, async ({ params, body, caller }) => {
    const read = readPaperRequest(body);
    if (!read.ok) return read;
    const drawn = await drawPaper(deps, caller, params.roundId, read.request);
    if (!drawn.ok) return drawn;
    if (drawn.isNew) news.tell(drawn.congressId);
    return { ok: true, status: drawn.isNew ? 201 : 200, value: { blindSignature: text(drawn.blindSignature) } };
  });
  serve(app, takeUpEndpoint, async ({ params, caller }) => {
    const paper = await takePaperUp(deps, caller, params.roundId);
    if (!paper.ok) return paper;
    const { blindedMessage, capsule, blindSignature } = paper;
    return { ok: true, value: { blindedMessage: text(blindedMessage), capsule: text(capsule), blindSignature: text(blindSignature) } };
  });
}
