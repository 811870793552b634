import { makeRuling } from '#shared/ballot-paper/ruling-file.ts';
import type { RoundRecord, RulingRecord } from '../db/round-record.ts';
import { manifestOf, textOf } from './manifest.ts';

type Ruling = Pick<RulingRecord, 'kind' | 'text' | 'by' | 'reason' | 'selected'>;

/** The exact text that the chief signs; it names the round by its manifest, so that it never serves another. */
export function rulingDocument(round: RoundRecord, { kind, text, by, reason, selected }: Ruling): string {
  return textOf(makeRuling({ mh: manifestOf(round).mh, kind, text, by, reason, selected: [...selected] }));
}
