import { z } from 'zod';
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
  const bytes = new Uint8Array(size);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let index = 0; index < text.length; index += 1) {
    const digit = digitOf(text.charCodeAt(index));
    if (digit === NO_DIGIT) return null;
    bits = ((bits << 6) | digit) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at] = (bits >> held) & 255;
    at += 1;
  }
  return (bits & ((1 << held) - 1)) === 0 ? bytes : null;
}

function digitOf(code: number): number {
  return DIGITS[code] ?? NO_DIGIT;
}

/** A JSON field of exactly `length` bytes (of any number of bytes without it), read into bytes. */
export function bytesField(length?: number) {
  return z.string().transform((text, context): Bytes => {
    const bytes = fromBase64url(text, length);
    if (bytes !== null) return bytes;
    context.addIssue({ code: 'custom', message: `${length ?? 'some'} bytes, base64url without padding` });
    return z.NEVER;
  });
}
