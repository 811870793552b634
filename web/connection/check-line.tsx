import { useTexts } from '../text/language.ts';
import { en } from '../text/connection.en.ts';
import { zh } from '../text/connection.zh.ts';
import type { Finding, Verdict } from './findings.ts';

const SIGNS: Readonly<Record<Verdict, string>> = { fine: '✓', note: '!', bad: '✗' };

/** One line of the check: its name, its mark in sign and word, and a sentence. `live`: said aloud when it comes. */
export function CheckLine({ name, finding, live = false }: { readonly name: string; readonly finding: Finding | undefined; readonly live?: boolean }) {
  const texts = useTexts({ zh, en });
  if (finding === undefined) {
    return (
      <li className="connection-line">
        <h2>{name}</h2>
        <span className="quiet">{texts.running}</span>
      </li>
    );
  }
  const { verdict, found, figure } = finding;
  return (
    <li className={verdict === 'bad' ? 'connection-line connection-bad' : 'connection-line'}>
      <h2>{name}</h2>
      <span className={verdict === 'fine' ? 'connection-mark connection-fine' : 'connection-mark'}>
        <span aria-hidden="true">{SIGNS[verdict]}</span> {texts.marks[verdict]}
      </span>
      <p role={live ? 'status' : undefined}>{texts.found[found](figure ?? 0)}</p>
    </li>
  );
}
