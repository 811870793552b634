import { z } from 'zod/mini';
import { type Refusal, refuse } from '../error-code.ts';
import { bytesField, toBase64url } from './base64url.ts';
import { type Bytes, concat, utf8 } from './bytes.ts';
import { LABELS } from './labels.ts';
import type { Platform } from './platform.ts';

/** The files that scrutineers sign; `sth` is signed by the server too. */
export const SIGNED_FILES = ['manifest', 'count', 'sth', 'board', 'outcome', 'ruling'] as const;
export type SignedFile = (typeof SIGNED_FILES)[number];

/** What is signed for a file: its label and the SHA-256 (32 bytes) of its exact bytes. */
export function signedMessage(file: Exclude<SignedFile, 'count'>, fileHash: Uint8Array): Bytes {
  return concat(LABELS[file], fileHash);
}

/** What is signed for the count report, which names its manifest a second time outside the file. */
export function countMessage(manifestHash: Uint8Array, fileHash: Uint8Array): Bytes {
  return concat(LABELS.count, manifestHash, fileHash);
}

/** One signature (64 bytes) by scrutineer `i` of the manifest; 0 is the server. */
export type FileSignature = { readonly i: number; readonly sig: Bytes };

export const fileSignature = z.strictObject({ i: z.int().check(z.minimum(0), z.maximum(255)), sig: bytesField(64) });

/** The JSON text of signatures, as in manifest.sigs and sigs.json. */
export function signaturesJson(signatures: readonly FileSignature[]): string {
  return JSON.stringify(signatures.map(({ i, sig }) => ({ i, sig: toBase64url(sig) })));
}

/** Reads manifest.sigs: a JSON list of {i, sig}. Refuses bad-format. */
export function readSignatures(list: unknown): { readonly ok: true; readonly signatures: readonly FileSignature[] } | Refusal {
  const parsed = z.array(fileSignature).check(z.maxLength(256)).safeParse(list);
  return parsed.success ? { ok: true, signatures: parsed.data } : refuse('bad-format', { field: 'sigs' });
}

/** A public key (32 bytes) by the number it signs with. */
export type Signer = { readonly i: number; readonly sign: Uint8Array };

/**
 * Checks every signature of a list on one message and gives who signed. Refuses bad-signature with the number
 * for one that is wrong, doubled, or by someone not among the signers: a good list holds nothing else.
 */
export async function checkSignatures(
  platform: Platform,
  signers: readonly Signer[],
  message: Uint8Array,
  signatures: readonly FileSignature[],
): Promise<{ readonly ok: true; readonly by: readonly number[] } | Refusal> {
  const by = new Set<number>();
  for (const { i, sig } of signatures) {
    const signer = signers.find((one) => one.i === i);
    const valid = signer !== undefined && !by.has(i) && (await platform.ed25519Verify(signer.sign, message, sig));
    if (!valid) return refuse('bad-signature', { figures: { i } });
    by.add(i);
  }
  return { ok: true, by: [...by] };
}

/** The exact bytes of a JSON file of the record: UTF-8, no spaces, no line at the end. */
export function jsonFile(value: unknown): Bytes {
  return utf8(JSON.stringify(value));
}
