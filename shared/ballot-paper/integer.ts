import type { Bytes } from './bytes.ts';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/** The big-endian integer that the bytes write. */
export function toInteger(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${bytesToHex(bytes)}`);
}

/** Big-endian, exactly `length` bytes; throws where the integer does not fit, a fault of ours. */
export function fromInteger(value: bigint, length: number): Bytes {
  const hex = value.toString(16).padStart(2 * length, '0');
  if (value < 0n || hex.length > 2 * length) throw new RangeError('The integer does not fit.');
  return new Uint8Array(hexToBytes(hex));
}

/** How many bits the integer has; 0 for 0. */
export function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

/** base^exponent mod modulus, all positive. */
export function powerOf(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** The inverse of value modulo modulus, or null where they share a factor. Source: extended Euclid. */
export function inverseOf(value: bigint, modulus: bigint): bigint | null {
  let [low, high] = [value % modulus, modulus];
  let [factor, nextFactor] = [1n, 0n];
  while (high !== 0n) {
    const quotient = low / high;
    [low, high] = [high, low - quotient * high];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  if (low !== 1n) return null;
  return ((factor % modulus) + modulus) % modulus;
}
