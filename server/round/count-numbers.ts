import { utf8 } from '#shared/ballot-paper/bytes.ts';
import { readCountReport } from '#shared/ballot-paper/count-report-file.ts';
import type { CountReport } from '#shared/domain/count-report.ts';
import type { RoundRecord } from '../db/round-record.ts';

/** The numbers of the count report as it lies there to be signed; null before the close. */
export function countNumbers(round: RoundRecord): CountReport | null {
  if (round.countReport === null) return null;
  const read = readCountReport(utf8(round.countReport));
  if (!read.ok) throw new Error(`The count report of round ${round.id} cannot be read.`);
  const { issued, received, present, summoned, reopened, headCount } = read.report;
  return { issued, received, present, summoned, reopened, headCount };
}
