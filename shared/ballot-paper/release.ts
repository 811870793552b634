import { type Refusal, refuse } from '../error-code.ts';
import type { ReleasedKey } from './box-entry.ts';
import { type Bytes, byte, concat, equalBytes, zeros } from './bytes.ts';
import { LABELS } from './labels.ts';
import type { ManifestScrutineer } from './manifest.ts';
import type { Platform } from './platform.ts';

const NOTHING = zeros(0);

/** From scrutineer `from` to scrutineer `to`, after the tree head with this SHA-256 (32 bytes). */
export type ReleasePath = { readonly treeHeadHash: Uint8Array; readonly from: number; readonly to: number };

/** enc (65) || sealed private key (48): 113 bytes. */
export const RELEASE_LENGTH = 113;

/** Hands a box private key (32 bytes) over to one other scrutineer. Refuses bad-release where the receiver's key is none. */
export async function sealRelease(
  platform: Platform,
  path: ReleasePath,
  receiver: Pick<ManifestScrutineer, 'box'>,
  privateKey: Uint8Array,
): Promise<{ readonly ok: true; readonly sealed: Bytes } | Refusal> {
  const sealed = await platform.sealHpke(receiver.box, releaseInfo(path), NOTHING, privateKey);
  return sealed === null ? refuse('bad-release', { figures: { i: path.to } }) : { ok: true, sealed };
}

/** Opens what another scrutineer sealed for me. Refuses bad-release: not for me, not after this tree head, not the manifest's key. */
export async function openRelease(
  platform: Platform,
  path: ReleasePath,
  sender: Pick<ManifestScrutineer, 'i' | 'box'>,
  receiver: ReleasedKey['opener'],
  sealed: Uint8Array,
): Promise<({ readonly ok: true; readonly privateKey: Bytes } & ReleasedKey) | Refusal> {
  const privateKey = await receiver.open(releaseInfo(path), NOTHING, sealed);
  if (privateKey === null) return refuse('bad-release', { figures: { i: path.from } });
  const key = await checkReleasedKey(platform, sender, privateKey);
  return key.ok ? { ...key, privateKey } : key;
}

/** Whether a private key (32 bytes) belongs to the box key of the manifest. Refuses bad-release with the number. */
export async function checkReleasedKey(
  platform: Platform,
  { i, box }: Pick<ManifestScrutineer, 'i' | 'box'>,
  privateKey: Uint8Array,
): Promise<({ readonly ok: true } & ReleasedKey) | Refusal> {
  const opener = await platform.boxOpener(privateKey);
  if (opener === null || !equalBytes(opener.publicKey, box)) return refuse('bad-release', { figures: { i } });
  return { ok: true, i, opener };
}

function releaseInfo({ treeHeadHash, from, to }: ReleasePath): Bytes {
  return concat(LABELS.release, treeHeadHash, byte(from), byte(to));
}
