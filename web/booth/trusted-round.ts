import { fromBase64url, toBase64url } from '#shared/ballot-paper/base64url.ts';
import { checkManifest, type TrustedManifest } from '#shared/ballot-paper/manifest-check.ts';
import { readSignatures } from '#shared/ballot-paper/signed-file.ts';
import { readManifest, readManifestSignatures } from '#shared/contract/round.ts';
import type { RoundSummary } from '#shared/contract/congress.ts';
import { call, type CallResult } from '../api/client.ts';
import type { DelegateLine } from './delegate-line.ts';

export type TrustResult = { readonly trusted: true; readonly round: TrustedManifest } | { readonly trusted: false };

/** Fetches the manifest of a round and checks it: signed by its scrutineers, of this congress and round, and the one announced. */
export async function readTrustedRound(line: DelegateLine, round: RoundSummary): Promise<CallResult<TrustResult>> {
  const params = { roundId: round.id };
  const [bytes, sigs] = await Promise.all([call(readManifest, { params }), call(readManifestSignatures, { params })]);
  if (!bytes.ok) return bytes;
  if (!sigs.ok) return sigs;
  const signatures = readSignatures(sigs.value);
  const roundId = fromBase64url(round.id, 16);
  if (!signatures.ok || roundId === null) return { ok: true, value: { trusted: false } };
  const checked = await checkManifest(line.platform, bytes.value, signatures.signatures, { electionId: line.letter.electionId, roundId });
  const announced = checked.ok && plain(checked.fingerprint) === plain(round.fingerprint ?? '');
  return { ok: true, value: checked.ok && announced ? { trusted: true, round: checked } : { trusted: false } };
}

/**
 * Remembers the sign keys that this device first saw in a congress, and tells whether these are others.
 * New keys want a new adoption in the hall, so a delegate should hear of them.
 */
export function scrutineersChanged(congressId: string, { manifest }: TrustedManifest): boolean {
  const name = `scrutineers/${congressId}`;
  const keys = manifest.scrutineers.map(({ sign }) => toBase64url(sign)).join(' ');
  try {
    const known = localStorage.getItem(name);
    if (known === null) localStorage.setItem(name, keys);
    return known !== null && known !== keys;
  } catch {
    // A browser that keeps nothing saw no keys earlier.
    return false;
  }
}

function plain(fingerprint: string): string {
  return fingerprint.replaceAll(/[^0-9A-Z]/g, '');
}
