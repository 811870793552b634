import { HPKE_LABELS as L, HPKE_SUITE, KEM_SUITE, labeledInfo, labeledInput } from './box-key.ts';
import { type Bytes, byte, concat, zeros } from './bytes.ts';

/**
 * The keys of an HPKE message: single shot, base mode, rv1's suite. The same steps in browser and Node; each
 * brings its own HMAC, and does the curve and AES by itself. Source: RFC 9180 sections 4.1 and 5.1.
 */
export type HpkeKeys = {
  /** mode 0 || psk_id_hash || info_hash, 65 bytes: the same for all messages with this info. */
  contextOf(info: Uint8Array): Bytes;
  /** AES-256 key (32) and nonce (12) of the only message: from the shared point's x (32), enc (65), the recipient's key (65) and the context. */
  messageKey(dh: Uint8Array, enc: Uint8Array, recipient: Uint8Array, context: Uint8Array): { readonly key: Uint8Array; readonly nonce: Uint8Array };
};

/** HMAC-SHA256, 32 bytes. */
export type Hmac = (key: Uint8Array, data: Uint8Array) => Uint8Array;

const EMPTY = zeros(0);
const LAST_BLOCK = byte(1);

export function hpkeKeys(hmac: Hmac): HpkeKeys {
  const extract = (suite: Uint8Array, salt: Uint8Array, label: Uint8Array, input: Uint8Array) =>
    hmac(salt, labeledInput(suite, label, input));
  /** LabeledExpand to at most 32 bytes, which is one block of HMAC. */
  const expand = (suite: Uint8Array, secret: Uint8Array, label: Uint8Array, info: Uint8Array, length: number) =>
    hmac(secret, concat(labeledInfo(suite, label, info, length), LAST_BLOCK)).subarray(0, length);
  const pskIdHash = extract(HPKE_SUITE, EMPTY, L.pskIdHash, EMPTY);
  return {
    contextOf: (info) => concat(byte(0), pskIdHash, extract(HPKE_SUITE, EMPTY, L.infoHash, info)),
    messageKey: (dh, enc, recipient, context) => {
      const prk = extract(KEM_SUITE, EMPTY, L.eaePrk, dh);
      const shared = expand(KEM_SUITE, prk, L.sharedSecret, concat(enc, recipient), 32);
      const secret = extract(HPKE_SUITE, shared, L.secret, EMPTY);
      return { key: expand(HPKE_SUITE, secret, L.key, context, 32), nonce: expand(HPKE_SUITE, secret, L.baseNonce, context, 12) };
    },
  };
}
