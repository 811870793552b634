import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { Bytes } from './bytes.ts';

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  return bytesToHex(bytes);
}

/** The bytes of lower-case hexadecimal; null for anything else. `length` in bytes. */
export function fromHex(text: string, length?: number): Bytes | null {
  if (!/^([0-9a-f]{2})*$/.test(text)) return null;
  const bytes = hexToBytes(text);
  return length === undefined || bytes.length === length ? new Uint8Array(bytes) : null;
}
