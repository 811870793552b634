import { z } from 'zod/mini';
import type { Bytes } from './bytes.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const NO_DIGIT = 255;
const DIGITS = digitTable();

function digitTable(): Uint8Array {
  const table = new Uint8Array(256).fill(NO_DIGIT);
  for (let digit = 0; digit < 64; digit += 1) table[ALPHABET.charCodeAt(digit)] = digit;
  return table;
}

/** base64url without padding (RFC 4648 section 5). */
export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) text += group(bytes, at);
  return text;
}

function group(bytes: Uint8Array, at: number): string {
  const left = bytes.length - at;
  const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  const first = ALPHABET.charAt(bits >> 18) + ALPHABET.charAt((bits >> 12) & 63);
  if (left === 1) return first;
  return first + ALPHABET.charAt((bits >> 6) & 63) + (left === 2 ? '' : ALPHABET.charAt(bits & 63));
}

/**
 * The bytes of base64url without padding; null for any other character, padding, an impossible length or
 * left-over bits that are not zero, so that every byte string has exactly one form. `length` in bytes.
 */
export function fromBase64url(text: string, length?: number): Bytes | null {
  const size = Math.floor((text.length * 3) / 4);
  if (text.length % 4 === 1 || (length !== undefined && size !== length)) return null;
  // One group more than fits, so that the last group may be written whole; what hangs over must be zero.
  const bytes = new Uint8Array(size + 3);
  let seen = 0;
  for (let from = 0, to = 0; from < text.length; from += 4, to += 3) {
    const [a, b, c, d] = [digitAt(text, from), digitAt(text, from + 1), digitAt(text, from + 2), digitAt(text, from + 3)];
    seen |= a | b | c | d;
    bytes[to] = (a << 2) | (b >> 4);
    bytes[to + 1] = (b << 4) | (c >> 2);
    bytes[to + 2] = (c << 6) | d;
  }
  const clean = seen < 64 && bytes[size] === 0 && bytes[size + 1] === 0 && bytes[size + 2] === 0;
  return clean ? bytes.slice(0, size) : null;
}

/** The digit at a place of the text: 0 behind its end, above 63 for a character that is none. */
function digitAt(text: string, index: number): number {
  return index < text.length ? (DIGITS[text.charCodeAt(index)] ?? NO_DIGIT) : 0;
}

/** A JSON field of exactly `length` bytes (of any number of bytes without it), read into bytes. */
export function bytesField(length?: number) {
  return z.pipe(z.string(), z.transform((text, context): Bytes => {
    const bytes = fromBase64url(text, length);
    if (bytes !== null) return bytes;
    context.issues.push({ code: 'custom', input: text, message: `${length ?? 'some'} bytes, base64url without padding` });
    return z.NEVER;
  }));
}
