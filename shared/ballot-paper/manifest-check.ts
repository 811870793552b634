import { type Refusal, refuse } from '../error-code.ts';
import { type Bytes, equalBytes } from './bytes.ts';
import { type Manifest, checkConsistency, fingerprint, manifestHash, readManifest } from './manifest.ts';
import type { Platform } from './platform.ts';
import { isStampModulus } from './rsa-key.ts';
import { isBoxKeyOf } from './scrutineer.ts';
import { type FileSignature, checkSignatures, signedMessage } from './signed-file.ts';

/** A manifest that its scrutineers signed, with its hash MH (32 bytes) and its fingerprint. */
export type TrustedManifest = { readonly manifest: Manifest; readonly mh: Bytes; readonly fingerprint: string };

/** What a booth already knows: its congress, the round it asked for, the sign keys of an earlier round. */
export type Expected = {
  readonly electionId?: Uint8Array;
  readonly roundId?: Uint8Array;
  /** Sign keys (32 bytes) by scrutineer number, remembered for the congress. */
  readonly signKeys?: readonly Uint8Array[];
};

/**
 * Checks a manifest as booths and scrutineers do before they trust any of its keys: form, consistency, every
 * box key's signature, and the signatures of at least t of its scrutineers, each of them valid and none twice.
 * Refuses manifest-untrusted with the field.
 */
export async function checkManifest(
  platform: Platform,
  bytes: Uint8Array,
  signatures: readonly FileSignature[],
  expected: Expected = {},
): Promise<({ readonly ok: true } & TrustedManifest) | Refusal> {
  const read = readManifest(bytes);
  if (!read.ok) return read;
  const { manifest } = read;
  const mh = manifestHash(bytes);
  const consistent = checkConsistency(manifest);
  if (!consistent.ok) return consistent;
  if (!isExpected(manifest, expected)) return refuse('manifest-untrusted', { field: 'electionId' });
  if (!isStampModulus(manifest.paperKey)) return refuse('manifest-untrusted', { field: 'paperKey' });
  if (!(await areBoxKeysSigned(platform, manifest))) return refuse('manifest-untrusted', { field: 'scrutineers' });
  const signed = await checkSignatures(platform, manifest.scrutineers, signedMessage('manifest', mh), signatures);
  const enough = signed.ok && signed.by.length >= manifest.t;
  return enough
    ? { ok: true, manifest, mh, fingerprint: fingerprint(mh) }
    : refuse('manifest-untrusted', { field: 'sigs' });
}

/** Every box key is a point of the curve, signed by its scrutineer for this congress and round; no key serves twice. */
export async function areBoxKeysSigned(platform: Platform, manifest: Manifest): Promise<boolean> {
  const { scrutineers } = manifest;
  const checked = await Promise.all(scrutineers.map((one) => isBoxKeyOf(platform, one.sign, manifest, one)));
  const different = scrutineers.every((one, index) =>
    scrutineers.slice(0, index).every((other) => !equalBytes(one.sign, other.sign) && !equalBytes(one.box, other.box)),
  );
  return checked.every(Boolean) && different;
}

function isExpected(manifest: Manifest, { electionId, roundId, signKeys }: Expected): boolean {
  if (electionId !== undefined && !equalBytes(electionId, manifest.electionId)) return false;
  if (roundId !== undefined && !equalBytes(roundId, manifest.roundId)) return false;
  return signKeys === undefined || hasSameSigners(manifest, signKeys);
}

function hasSameSigners({ scrutineers }: Manifest, signKeys: readonly Uint8Array[]): boolean {
  const same = scrutineers.every(({ sign }, index) => equalBytes(sign, signKeys[index] ?? new Uint8Array()));
  return same && scrutineers.length === signKeys.length;
}
