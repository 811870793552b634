import { utf8 } from '#shared/ballot-paper/bytes.ts';
import { readCountReport } from '#shared/ballot-paper/count-report-file.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import { PrintedSheet } from '#web/components/printed/printed-sheet.tsx';
import { RefusalLine } from '#web/components/refusal-line.tsx';
import { useTexts } from '#web/text/language.ts';
import { en } from '#web/text/printed.en.ts';
import { zh } from '#web/text/printed.zh.ts';
import { useDesk } from '../desk-context.ts';
import { RoundDocuments } from '../round-documents.tsx';
import { SignActs } from '../sign-acts.tsx';
import { signFiles } from '../sign-files.ts';
import { signedManifest } from './stamp-ballots.ts';

/** Gate 1 before the box is complete: the count report alone, from the bytes that are signed. */
export function CountReportSheet({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts({ zh, en }).report;
  const desk = useDesk();
  const document = utf8(round.countReport?.document ?? '');
  const read = readCountReport(document);
  if (!read.ok) return <RefusalLine refusal={read} />;
  const { issued, received, present, summoned } = read.report;
  const signed = round.countReport?.signedBy.includes(desk.me.position) === true;
  const sign = async () => {
    const found = await signedManifest(round);
    return found.ok ? signFiles(desk, round.id, [{ file: 'count', bytes: document, mh: found.mh }]) : found;
  };
  return (
    <PrintedSheet title={texts.title} vouch={texts.vouch}>
      <p>{texts.figures(issued, received, present, summoned)}</p>
      {round.hand === true ? <p className="notice">{texts.hand}</p> : null}
      <RoundDocuments round={round} names={['count-report']} />
      {signed ? <p role="status">{texts.waits}</p> : <SignActs round={round} gate="count" sign={{ act: texts.act, run: sign }} />}
    </PrintedSheet>
  );
}
