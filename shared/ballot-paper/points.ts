import { type Refusal, refuse } from '../error-code.ts';

/**
 * Points of Ed25519 that no signature may carry, decided on the bytes alone and before any library is asked:
 * strict and lax libraries disagree on them, and a ballot that one verifier takes and another does not
 * could block the count. Every platform comes through here.
 *
 * The field is 2^255 - 19. The small-order points have one of five y: 0 (order 4), 1 (order 1), -1 (order 2)
 * and two of order 8; each is refused with either sign of x. Source: RFC 8032 section 5.1.3; Chalkias,
 * Garillot and Nikolaenko, Taming the many EdDSAs, table 1.
 */
const SMALL_ORDER_Y: readonly string[] = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
];

const SMALL_ORDER = SMALL_ORDER_Y.map((hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16)));

/** 32 bytes that are the canonical encoding of a y that is not of small order. Whether x exists is the library's to say. */
export function isUsablePoint(point: Uint8Array): boolean {
  if (point.length !== 32) return false;
  return isCanonical(point) && !SMALL_ORDER.some((small) => sameY(point, small));
}

/**
 * The points of a signature: public key (32 bytes) and R, the first half of the signature (64 bytes).
 * Refuses bad-format.
 */
export function checkPoints(publicKey: Uint8Array, signature: Uint8Array): { readonly ok: true } | Refusal {
  if (!isUsablePoint(publicKey)) return refuse('bad-format', { field: 'pk' });
  if (signature.length !== 64 || !isUsablePoint(signature.subarray(0, 32))) return refuse('bad-format', { field: 'sig' });
  return { ok: true };
}

/** y < 2^255 - 19, the sign bit apart: only ed..ff, ff..., 7f reaches the field's size. */
function isCanonical(point: Uint8Array): boolean {
  const highest = (point[31] ?? 0) & 0x7f;
  const full = highest === 0x7f && point.subarray(1, 31).every((byte) => byte === 0xff);
  return !full || (point[0] ?? 0) < 0xed;
}

function sameY(point: Uint8Array, small: Uint8Array): boolean {
  return small.every((byte, index) => ((point[index] ?? 0) & (index === 31 ? 0x7f : 0xff)) === byte);
}
