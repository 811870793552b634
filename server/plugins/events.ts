import { EventEmitter } from 'node:events';
import type { FastifyInstance } from 'fastify';
import postgres from 'postgres';
import { z } from 'zod';
import { congressEvent, EVENTS_PATH } from '#shared/contract/publication.ts';
import { congressId } from '#shared/ids.ts';
import { refuse } from '#shared/error-code.ts';
import { EVENT_CHANNEL } from '../db/event.repository.ts';
import { sendRefusal } from '../error-handler.ts';

const notification = z.object({ ...congressEvent.shape, congressId });
const KEEP_ALIVE_MS = 15_000;
/** More than the largest hall with a stream for every browser; each holds a connection and a timer. */
const MOST_STREAMS = 8_000;
/** A reader that takes nothing in is let go, and comes back when it can. */
const MOST_UNREAD_BYTES = 16 * 1024;

/** Something changed in a congress; every API process hears it, whichever made the change. */
export type ChangeListener = (change: z.infer<typeof notification>) => unknown;

/**
 * Live events: Postgres NOTIFY in, server-sent events out. A line says what changed, never a figure;
 * the reader fetches what its role may see. The stream is public like the hall screen.
 */
export async function events(app: FastifyInstance, options: { databaseUrl: string; onChange: ChangeListener }): Promise<void> {
  const bus = new EventEmitter().setMaxListeners(0);
  const sql = postgres(options.databaseUrl, { max: 1, onnotice: () => undefined });
  await sql.listen(EVENT_CHANNEL, (text) => {
    const change = notification.safeParse(parseJson(text));
    if (!change.success) return;
    options.onChange(change.data);
    bus.emit(change.data.congressId, change.data.topic);
  });
  const open = new Set<() => void>();
  app.addHook('preClose', () => {
    for (const end of open) end();
  });
  app.addHook('onClose', () => sql.end({ timeout: 1 }));
  app.get(EVENTS_PATH, { config: { who: ['public'] }, schema: { summary: 'Live events, text/event-stream', tags: ['congresses'] } }, (request, reply) => {
    const { congressId: id } = z.object({ congressId }).parse(request.params);
    if (open.size >= MOST_STREAMS) return sendRefusal(reply, refuse('try-again'));
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    stream.write(': connected\n\n');
    const write = (text: string) => (stream.writableLength > MOST_UNREAD_BYTES ? stream.destroy() : stream.write(text));
    const send = (topic: string) => write(`data: ${JSON.stringify({ topic })}\n\n`);
    const beat = setInterval(() => write(': still here\n\n'), KEEP_ALIVE_MS);
    const end = () => {
      clearInterval(beat);
      bus.off(id, send);
      open.delete(end);
      stream.end();
    };
    bus.on(id, send);
    open.add(end);
    request.raw.on('close', end);
    return reply;
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
