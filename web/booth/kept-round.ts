import { z } from 'zod/mini';
import { bytesField, toBase64url } from '#shared/ballot-paper/base64url.ts';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import { castMessage } from '#shared/contract/booth.ts';
import type { SecretPlace } from '../api/secret-store.ts';
import type { RoundStore } from './round-store.ts';

/**
 * What this device keeps of a round. Each part is written before the message that depends on it is sent,
 * so a reload at any moment goes on where it was.
 */
export const keptRound = z.object({
  /** MH, base64url: papers of a manifest that was made anew are worth nothing. */
  mh: z.string(),
  /** Number of the round. */
  number: z.int(),
  /** P, 32 bytes, until the board is out. */
  seed: z.nullable(bytesField(32)),
  /** The finished request for the paper, to be repeated unchanged. */
  request: z.nullable(z.object({ blindedMessage: bytesField(384), capsule: bytesField(60), sig: bytesField(64) })),
  stamp: z.nullable(bytesField(384)),
  selection: z.array(z.int()),
  /** The finished cast message, to be repeated byte for byte. */
  ballot: z.nullable(castMessage),
  tracker: z.nullable(z.string()),
  receipt: z.nullable(z.string()),
});
export type KeptRound = z.output<typeof keptRound>;

/** What was kept under this manifest, or an empty record. */
export async function readKeptRound(
  store: RoundStore,
  place: SecretPlace,
  round: { readonly mh: Bytes; readonly number: number },
): Promise<KeptRound> {
  const name = toBase64url(round.mh);
  const kept = await store.read(place);
  if (kept?.mh === name) return kept;
  return { mh: name, number: round.number, seed: null, request: null, stamp: null, selection: [], ballot: null, tracker: null, receipt: null };
}

/** Trackers of ballots that this device cast in other rounds, for a delegate who looks back after a re-vote began. */
export async function readEarlierTrackers(
  store: RoundStore,
  place: SecretPlace,
): Promise<readonly { readonly number: number; readonly tracker: string }[]> {
  const all = await store.list(place);
  return all
    .filter(({ roundId, record }) => roundId !== place.roundId && record.receipt !== null)
    .flatMap(({ record: { number, tracker } }) => (tracker === null ? [] : [{ number, tracker }]))
    .toSorted((a, b) => a.number - b.number);
}

/** The record as a browser's storage takes it. */
export function keptJson({ seed, request, stamp, ...rest }: KeptRound) {
  return {
    ...rest,
    seed: seed === null ? null : toBase64url(seed),
    request: request === null ? null : requestJson(request),
    stamp: stamp === null ? null : toBase64url(stamp),
  };
}

/** The request for a paper as it is sent. */
export function requestJson({ blindedMessage, capsule, sig }: NonNullable<KeptRound['request']>) {
  return { blindedMessage: toBase64url(blindedMessage), capsule: toBase64url(capsule), sig: toBase64url(sig) };
}
