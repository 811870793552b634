import { Fragment } from 'react';
import type { Project } from '#shared/contract/congress.ts';
import type { CertifiedRound } from '#shared/contract/publication.ts';
import type { ScreenTexts } from '../text/screen.zh.ts';
import { type ResultRow, resultRows } from './result-rows.ts';

type Props = { readonly result: CertifiedRound; readonly projects: readonly Project[]; readonly texts: ScreenTexts };

/** Every candidate in rank with bar and count; lists are told apart by word and shape, never by colour alone. */
export function ResultBars({ result, projects, texts }: Props) {
  const titles = new Map(projects.map(({ number, title }) => [number, title]));
  const most = Math.max(1, ...result.counts.map(({ votes }) => votes));
  return (
    <ol className="result-bars">
      {resultRows(result).map((row) => (
        <Fragment key={row.number}>
          <li className={`result-row result-${row.standing}`}>
            <span className="result-rank">{row.rank}</span>
            <span className="result-name">
              {row.number}. {titles.get(row.number) ?? ''}
            </span>
            <span className="result-track" aria-hidden="true">
              <span className="result-bar" style={{ width: `${(100 * row.votes) / most}%` }} />
            </span>
            <span className="result-votes">
              {row.votes} {texts.result.votes}
            </span>
            <span className="result-standing">{wordOf(row, texts)}</span>
          </li>
          {row.cutOff ? (
            <li className="result-cut-off" role="separator">
              <span>{cutOffWord(result, texts)}</span>
            </li>
          ) : null}
        </Fragment>
      ))}
    </ol>
  );
}

function wordOf(row: ResultRow, texts: ScreenTexts): string {
  return row.byRuling ? texts.result.byRuling : texts.result.standing[row.standing];
}

function cutOffWord(result: CertifiedRound, texts: ScreenTexts): string {
  const open = result.tied.length > 0 && !result.final;
  return open ? texts.result.cutOffTied(result.tied.length, result.placesLeft) : texts.result.cutOff(result.places);
}
