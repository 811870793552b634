import { type Bytes, concat } from './bytes.ts';
import { sha256 } from './hash.ts';
import { LABELS } from './labels.ts';
import { fromInteger } from './integer.ts';

/**
 * What the scrutineers sign for what is done by hand beside the booth: a letter made anew, a printed ballot handed
 * out, a printed ballot that was keyed. `no` is the ordinal of the roll, MH the hash of the manifest (32 bytes).
 */

function ordinalBytes(no: number): Bytes {
  return fromInteger(BigInt(no), 4);
}

/** The chief signs that this letter key (pkA, 32 bytes) takes the place of the roll's. */
export function reissueMessage(mh: Uint8Array, no: number, pk: Uint8Array): Bytes {
  return concat(LABELS.reissue, mh, ordinalBytes(no), pk);
}

/** The chief signs that this delegate was handed a printed ballot. */
export function paperOutMessage(mh: Uint8Array, no: number): Bytes {
  return concat(LABELS.paperOut, mh, ordinalBytes(no));
}

/** The chief and another scrutineer sign that this blinded message (384 bytes) stands for one keyed ballot. */
export function paperInMessage(mh: Uint8Array, blindedMessage: Uint8Array): Bytes {
  return concat(LABELS.paperIn, mh, sha256(blindedMessage));
}
