import type { CongressEvent } from '#shared/contract/publication.ts';
import type { Handle } from './client.ts';

/** Channel of Postgres NOTIFY on which all API processes listen. */
export const EVENT_CHANNEL = 'congress_event';

/** Tells every API process, at commit, that something of a congress changed. */
export async function announceChange(db: Handle, congressId: string, topic: CongressEvent['topic']): Promise<void> {
  await db.$executeRaw`SELECT pg_notify(${EVENT_CHANNEL}, ${JSON.stringify({ congressId, topic })})`;
}
