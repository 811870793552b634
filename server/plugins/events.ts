import { EventEmitter } from 'node:events';
import type { FastifyInstance } from 'fastify';
import postgres from 'postgres';
import { z } from 'zod';
import { congressEvent, EVENTS_PATH } from '#shared/contract/publication.ts';
import { congressId } from '#shared/ids.ts';
import { EVENT_CHANNEL } from '../db/event.repository.ts';

const notification = congressEvent.extend({ congressId });
const KEEP_ALIVE_MS = 15_000;

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
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    stream.write(': connected\n\n');
    const send = (topic: string) => stream.write(`data: ${JSON.stringify({ topic })}\n\n`);
    const beat = setInterval(() => stream.write(': still here\n\n'), KEEP_ALIVE_MS);
    const end = () => {
      clearInterval(beat);
      bus.off(id, send);
      open.delete(end);
      stream.end();
    };
    bus.on(id, send);
    open.add(end);
    request.raw.on('close', end);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
