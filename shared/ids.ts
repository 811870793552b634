import { z } from 'zod/mini';

/**
 * Formats of the names that the wire and the database use. Congress and round ids are the protocol's
 * electionId and roundId: 16 random bytes, base64url without padding (22 characters).
 */
export const congressId = z.string().check(z.regex(/^[A-Za-z0-9_-]{21}[AQgw]$/, 'a congress id: 22 base64url characters'));
export const roundId = z.string().check(z.regex(/^[A-Za-z0-9_-]{21}[AQgw]$/, 'a round id: 22 base64url characters'));
/** Delegates, projects, scrutineers, accounts, rulings: random UUIDs that carry no meaning. */
export const recordId = z.uuid();
