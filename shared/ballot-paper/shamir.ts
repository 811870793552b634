import { split } from 'shamir-secret-sharing';
import type { Bytes } from './bytes.ts';

/** A share of a 32-byte secret: 32 bytes of y, then x. */
export const SHARE_LENGTH = 33;

/** n shares of the secret, any t of which give it back. Source: Shamir over GF(2^8), polynomial 0x11b. */
export async function splitSecret(secret: Bytes, n: number, t: number): Promise<readonly Bytes[]> {
  const shares = await split(secret, n, t);
  return shares.map((share) => new Uint8Array(share));
}

/**
 * The secret that these shares (33 bytes each) join to; null where two share their x. Wrong shares give a wrong
 * secret, which the commitment of the box entry tells. Synchronous, since a box is opened with thousands of them;
 * equal to the library's `combine` on every input.
 */
export function joinShares(shares: readonly Uint8Array[]): Bytes | null {
  const xs = shares.map((share) => share.at(-1) ?? 0);
  if (new Set(xs).size !== xs.length || shares.some((share) => share.length !== SHARE_LENGTH)) return null;
  const weights = xs.map((x) => weightAtZero(x, xs));
  const secret = new Uint8Array(SHARE_LENGTH - 1);
  for (const [k, share] of shares.entries()) {
    for (let at = 0; at < secret.length; at += 1) {
      secret[at] = (secret[at] ?? 0) ^ multiply(share[at] ?? 0, weights[k] ?? 0);
    }
  }
  return secret;
}

/** Lagrange's basis polynomial of x, at 0. */
function weightAtZero(x: number, xs: readonly number[]): number {
  return xs.filter((other) => other !== x).reduce((weight, other) => multiply(weight, divide(other, x ^ other)), 1);
}

/** Powers of the generator 3 of GF(2^8) and their logarithms. */
const POWERS = new Uint8Array(255);
const LOGARITHMS = new Uint8Array(256);
for (let exponent = 0, power = 1; exponent < 255; exponent += 1) {
  POWERS[exponent] = power;
  LOGARITHMS[power] = exponent;
  power ^= (power << 1) ^ (power & 0x80 ? 0x11b : 0);
}

function multiply(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  return POWERS[((LOGARITHMS[a] ?? 0) + (LOGARITHMS[b] ?? 0)) % 255] ?? 0;
}

function divide(a: number, b: number): number {
  if (a === 0) return 0;
  return POWERS[((LOGARITHMS[a] ?? 0) - (LOGARITHMS[b] ?? 0) + 255) % 255] ?? 0;
}
