import type { Scrutineer } from '#shared/contract/scrutineer.ts';
import type { Claims } from './caller.ts';

/** What the token of a scrutineer says; the number is the one on the manifest. */
export function scrutineerClaims({ id, name, position }: Scrutineer, congressId: string): Claims {
  return { sub: id, role: 'scrutineer', congressId, name, number: position === null ? null : String(position) };
}
