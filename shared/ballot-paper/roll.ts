import { type Bytes, compareBytes, utf8 } from './bytes.ts';
import { toBase64url } from './base64url.ts';
import { sha256 } from './hash.ts';

/** One delegate of a round's roll: pkA, 32 bytes. The ordinal `no` is the place in the order of pkA, from 1. */
export type RollEntry = { readonly no: number; readonly pk: Uint8Array };

/** Gives every key its ordinal: 1, 2, 3... in ascending order of pkA, which is not the delegate number. */
export function orderRoll(keys: readonly Uint8Array[]): readonly RollEntry[] {
  return keys.toSorted(compareBytes).map((pk, index) => ({ no: index + 1, pk }));
}

/** `roll` of the manifest, 32 bytes: SHA-256 of the lines `no pk`, pk in base64url. */
export function rollHash(entries: readonly RollEntry[]): Bytes {
  return sha256(utf8(entries.map(({ no, pk }) => `${no} ${toBase64url(pk)}\n`).join('')));
}

/** `attendance` of the tree head, 32 bytes: SHA-256 of the lines `no 1` (checked in) or `no 0`. */
export function attendanceHash(entries: readonly { readonly no: number; readonly in: boolean }[]): Bytes {
  return sha256(utf8(entries.map((entry) => `${entry.no} ${entry.in ? 1 : 0}\n`).join('')));
}

/** Whether the ordinals are 1, 2, 3... and the keys strictly ascending. */
export function isRollOrder(entries: readonly RollEntry[]): boolean {
  return entries.every((entry, index) => {
    const before = entries[index - 1];
    return entry.no === index + 1 && (before === undefined || compareBytes(before.pk, entry.pk) < 0);
  });
}
