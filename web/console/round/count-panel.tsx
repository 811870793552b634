import type { RoundDetail } from '#shared/contract/round.ts';
import { roundTexts } from '#web/text/console.round.ts';
import { useTexts } from '#web/text/language.ts';
import { BackupsLeft } from './backups-left.tsx';
import { Signers } from './signers.tsx';
import { VoidRuling } from './void-ruling.tsx';

/** Gate 1: the figures of the hall and the box, never a tally, and who has signed them. */
export function CountPanel({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts(roundTexts).count;
  const report = round.countReport;
  if (report === null) return <p role="status">{texts.none}</p>;
  const figures = ['summoned', 'present', 'issued', 'received', 'notReturned', 'reopened', 'headCount'] as const;
  return (
    <section className="panel">
      <table className="ledger" aria-label={texts.title}>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure}>
              <th scope="row">{texts.figures[figure]}</th>
              <td>{report[figure] ?? '—'}</td>
            </tr>
          ))}
          {report.headCountReason === null ? null : (
            <tr>
              <th scope="row">{texts.headCountReason}</th>
              <td>{report.headCountReason}</td>
            </tr>
          )}
        </tbody>
      </table>
      <p className={report.valid ? '' : 'notice'}>{report.valid ? texts.valid : texts.invalid}</p>
      {round.state === 'closed' ? <p>{texts.waiting}</p> : null}
      <Signers signedBy={report.signedBy} need={round.threshold.t} declines={round.declines.filter((one) => one.gate === 'count')} />
      <p className="quiet">
        {texts.hash} <code>{report.hash.slice(0, 16)}</code>
      </p>
      <BackupsLeft round={round} />
      <VoidRuling round={round} />
    </section>
  );
}
