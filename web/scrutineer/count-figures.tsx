import { utf8 } from '#shared/ballot-paper/bytes.ts';
import { readCountReport } from '#shared/ballot-paper/count-report-file.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import { notReturned } from '#shared/domain/count-report.ts';
import { RefusalLine } from '../components/refusal-line.tsx';
import { useTexts } from '../text/language.ts';
import { en } from '../text/scrutineer.en.ts';
import { zh } from '../text/scrutineer.zh.ts';
import { Figures } from './figures.tsx';

/** The numbers of gate 1, from the bytes that are signed, not from what the server says about them. */
export function CountFigures({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts({ zh, en }).gate1;
  const read = readCountReport(utf8(round.countReport?.document ?? ''));
  if (!read.ok) return <RefusalLine refusal={read} />;
  const { report } = read;
  return (
    <>
      <Figures
        figures={[
          { label: texts.figures.summoned, value: report.summoned },
          { label: texts.figures.present, value: report.present },
          { label: texts.figures.headCount, value: report.headCount ?? texts.noHeadCount },
          { label: texts.figures.issued, value: report.issued },
          { label: texts.figures.received, value: report.received },
          { label: texts.figures.notReturned, value: notReturned(report) },
          { label: texts.figures.reopened, value: report.reopened },
        ]}
      />
      {report.headCountReason === null ? null : <p className="notice">{texts.headCountReason(report.headCountReason)}</p>}
    </>
  );
}
