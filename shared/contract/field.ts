import { z } from 'zod/mini';

/** Wire formats that several endpoints share. */

/** Exactly `length` bytes as base64url without padding. */
export function bytes(length: number) {
  const characters = Math.ceil((length * 4) / 3);
  return z.string().check(z.regex(new RegExp(`^[A-Za-z0-9_-]{${characters}}$`), `${length} bytes, base64url without padding`));
}

/** Ed25519 public key, 32 bytes. */
export const publicKey = bytes(32);
/** Ed25519 signature, 64 bytes. */
export const signature = bytes(64);
/** SHA-256, 64 lower-case hex characters. */
export const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'SHA-256 as 64 hex characters'));
/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime();
export const count = z.int().check(z.minimum(0), z.maximum(1_000_000));
/**
 * What no text that a person typed may hold: control characters, characters that are not seen or turn the
 * reading direction (two lists would look alike and differ), and halves of a surrogate pair, which no UTF-8
 * has and which would come back from the database as something else than was hashed.
 */
const HIDDEN = '\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\u034F\\u115F\\u1160\\u3164\\uFFA0';
const ONE_LINE = new RegExp(`^[^${HIDDEN}]*$`, 'u');
const LINES = new RegExp(`^(?:[^${HIDDEN}]|[\\t\\r\\n])*$`, 'u');

/** A line of text a person typed: trimmed, no control or hidden characters. */
export function line(max: number) {
  return z.string().check(z.trim(), z.minLength(1), z.maxLength(max), z.regex(ONE_LINE, 'one line without control or hidden characters'));
}
/** A text of one or more lines. */
export const reason = z.string().check(z.trim(), z.minLength(1), z.maxLength(500), z.regex(LINES, 'without control or hidden characters'));
export const ok = z.object({ ok: z.literal(true) });
