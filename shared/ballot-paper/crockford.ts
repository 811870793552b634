import { toInteger } from './integer.ts';

/** Crockford's base 32: no I, L, O, U. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `characters` characters: the lowest 5 x `characters` bits of the bytes as a big-endian integer. */
export function toCrockford(bytes: Uint8Array, characters: number): string {
  return integerToCrockford(toInteger(bytes), characters);
}

export function integerToCrockford(value: bigint, characters: number): string {
  let text = '';
  for (let shift = 5 * (characters - 1); shift >= 0; shift -= 5) {
    text += CROCKFORD.charAt(Number((value >> BigInt(shift)) & 31n));
  }
  return text;
}

/** The integer that canonical characters (upper case) write; null where one is not in the alphabet. */
export function fromCrockford(text: string): bigint | null {
  let value = 0n;
  for (const character of text) {
    const digit = CROCKFORD.indexOf(character);
    if (digit < 0) return null;
    value = (value << 5n) | BigInt(digit);
  }
  return value;
}

/**
 * What a person meant who typed or read characters aloud: case, spaces and hyphens do not matter,
 * O is 0, I and L are 1. Wide forms of a Chinese input method are folded to plain ones first.
 */
export function foldTyped(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

/** Characters in groups of four, as they are printed and shown. */
export function inFours(text: string, separator = '-'): string {
  return (text.match(/.{1,4}/g) ?? []).join(separator);
}
