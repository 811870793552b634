import { type Refusal, refuse } from '../error-code.ts';
import { type Bytes, concat } from './bytes.ts';
import { foldTyped, fromCrockford, inFours, integerToCrockford } from './crockford.ts';
import { sha256 } from './hash.ts';
import { fromInteger, toInteger } from './integer.ts';
import { LABELS } from './labels.ts';
import type { Platform } from './platform.ts';

/**
 * The printed form of a secret of 16 bytes: a delegate's letter (S) or a scrutineer's sheet (T).
 * 28 Crockford characters carry 140 bits: the secret, then the first 12 bits of SHA-256(label || secret).
 */
export const SECRET_LENGTH = 16;
export const CODE_LENGTH = 28;
const CHECK_BITS = 12n;

/** A rehearsal's letters carry another label, so that neither kind is ever taken for the other. */
export const CODE_KINDS = ['real', 'rehearsal'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

const PREFIXES: Readonly<Record<CodeKind, string>> = { real: 'RV1:', rehearsal: 'RVT:' };
const CHECK_LABELS: Readonly<Record<CodeKind, Bytes>> = { real: LABELS.check, rehearsal: LABELS.rehearsalCheck };

export type SecretCode = { readonly ok: true; readonly kind: CodeKind; readonly secret: Bytes } | Refusal;

/** A fresh secret (16 bytes) whose code reads as one kind only, even when it is typed without its prefix. */
export function makeSecret(platform: Platform): Bytes {
  for (;;) {
    const secret = platform.randomBytes(SECRET_LENGTH);
    if (checkOf(secret, 'real') !== checkOf(secret, 'rehearsal')) return secret;
  }
}

/** The 28 characters of a secret, without prefix. */
export function codeOf(secret: Uint8Array, kind: CodeKind): string {
  return integerToCrockford((toInteger(secret) << CHECK_BITS) | checkOf(secret, kind), CODE_LENGTH);
}

/** As printed for the eye: seven groups of four. */
export function printedCode(secret: Uint8Array, kind: CodeKind): string {
  return inFours(codeOf(secret, kind));
}

/** As in the QR code: `RV1:` or `RVT:` and the 28 characters. */
export function scannedCode(secret: Uint8Array, kind: CodeKind): string {
  return PREFIXES[kind] + codeOf(secret, kind);
}

/**
 * Reads a typed or scanned code, with or without its prefix; the check tells which kind it is.
 * Refuses bad-code: another length or character, or a check that does not fit.
 */
export function readCode(text: string): SecretCode {
  const { prefixed, characters } = takeApart(text);
  for (const kind of prefixed === null ? CODE_KINDS : [prefixed]) {
    const secret = secretOf(characters, kind);
    if (secret !== null) return { ok: true, kind, secret };
  }
  return refuse('bad-code');
}

/** Reads a code for a congress of one kind. Refuses bad-code, and code-of-rehearsal for a code of the other kind. */
export function readCodeOf(kind: CodeKind, text: string): SecretCode {
  const { prefixed, characters } = takeApart(text);
  const secret = prefixed === null || prefixed === kind ? secretOf(characters, kind) : null;
  if (secret !== null) return { ok: true, kind, secret };
  return readCode(text).ok ? refuse('code-of-rehearsal') : refuse('bad-code');
}

/** Whether 28 canonical characters pass the check of a kind. */
export function codeFits(characters: string, kind: CodeKind): boolean {
  return secretOf(characters, kind) !== null;
}

/** What a check-in desk scanned: a letter's number, a secret (to be discarded with a warning), or something else. */
export type DeskScan = { readonly kind: 'number'; readonly number: string } | { readonly kind: 'secret' | 'unknown' };

/** The outside code of a letter: `RVN:` and the delegate number (digits, leading zeros kept). */
export function deskCode(number: string): string {
  return `RVN:${number}`;
}

export function readDeskScan(text: string): DeskScan {
  const number = /^\s*RVN:([0-9]{1,10})\s*$/i.exec(text)?.[1];
  if (number !== undefined) return { kind: 'number', number };
  const { prefixed, characters } = takeApart(text);
  // A misread secret is a secret too.
  return { kind: prefixed !== null || characters.length === CODE_LENGTH ? 'secret' : 'unknown' };
}

function takeApart(text: string): { prefixed: CodeKind | null; characters: string } {
  const folded = foldTyped(text);
  const prefixed = CODE_KINDS.find((kind) => folded.startsWith(PREFIXES[kind])) ?? null;
  return { prefixed, characters: prefixed === null ? folded : folded.slice(PREFIXES[prefixed].length) };
}

function secretOf(characters: string, kind: CodeKind): Bytes | null {
  const value = characters.length === CODE_LENGTH ? fromCrockford(characters) : null;
  if (value === null) return null;
  const secret = fromInteger(value >> CHECK_BITS, SECRET_LENGTH);
  return (value & ((1n << CHECK_BITS) - 1n)) === checkOf(secret, kind) ? secret : null;
}

function checkOf(secret: Uint8Array, kind: CodeKind): bigint {
  return toInteger(sha256(concat(CHECK_LABELS[kind], secret)).subarray(0, 2)) >> 4n;
}
