import { randomBytes } from 'node:crypto';
import { RESERVED_ROUNDS } from '#shared/domain/next-round.ts';

/** The protocol's ids of a new congress: electionId and the reserved roundIds, 16 random bytes each, base64url. */
export function newCongressIds(): { readonly id: string; readonly roundIds: readonly string[] } {
  const newId = () => randomBytes(16).toString('base64url');
  return { id: newId(), roundIds: Array.from({ length: RESERVED_ROUNDS }, newId) };
}
