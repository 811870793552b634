import { toBase64url } from '#shared/ballot-paper/base64url.ts';
import { fromHex } from '#shared/ballot-paper/hex.ts';
import { jsonFile } from '#shared/ballot-paper/signed-file.ts';
import type { RoundRecord, RulingRecord } from '../db/round-record.ts';
import { textOf } from './manifest.ts';

type Ruling = Pick<RulingRecord, 'kind' | 'text' | 'by' | 'reason' | 'selected'>;

/**
 * The exact text that the chief signs: the round by number and manifest hash (base64url, null where none
 * was made), and the ruling word for word, so that a signature never serves another round.
 */
export function rulingDocument(round: RoundRecord, { kind, text, by, reason, selected }: Ruling): string {
  const mh = fromHex(round.manifest?.hash ?? '', 32);
  return textOf(
    jsonFile({
      v: 1, type: 'rv1/ruling',
      mh: mh === null ? null : toBase64url(mh),
      number: round.number, kind, text, by, reason,
      selected: [...selected],
    }),
  );
}
