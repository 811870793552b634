import type { Project } from '#shared/contract/congress.ts';
import type { CertifiedRound } from '#shared/contract/publication.ts';
import type { ScreenTexts } from '../text/screen.zh.ts';
import { FittedLists, type PagedRow, PagedList } from './paged-list.tsx';
import { type CutOff, cutOffOf, finalRows, type ResultRow, resultRows } from './result-rows.ts';

type Props = {
  readonly result: CertifiedRound;
  /** All certified rounds of the congress, in order. */
  readonly results: readonly CertifiedRound[];
  readonly projects: readonly Project[];
  readonly year: number;
  readonly keyWorkLabel: string;
  readonly texts: ScreenTexts;
};

/** Characters from which on a title wants two lines of a wide screen. */
const LONG_TITLE = 24;
/** Rows that may be set larger than in the usual list. */
const FEW_ROWS = 4;

/** Every candidate in rank with bar and count; where several rounds led to the end, what they came to together follows. */
export function ResultBars(props: Props) {
  const { result, results, texts } = props;
  const ranked = resultRows(result);
  const bars = ranked.flatMap((row) => (row.cutOff ? [barOf(row, props), cutOffRow(result, texts)] : [barOf(row, props)]));
  const rows = result.final && results.length > 1 ? [...bars, ...finalPage(props)] : bars;
  return (
    <>
      <FittedLists className="result" content={JSON.stringify([result, texts.scenes.result.title])}>
        {([starts]) => <PagedList name={texts.scenes.result.title} className={lookOf(ranked, props)} rows={rows} starts={starts} texts={texts} />}
      </FittedLists>
      <p className="result-figures">{texts.result.figures(result)}</p>
    </>
  );
}

/** What the columns must hold: shared ranks and ties want room, long titles take it from the bars. */
function lookOf(ranked: readonly ResultRow[], { projects }: Props): string {
  const looks = [
    ['result-long', ranked.some(({ number }) => titleOf(projects, number).length > LONG_TITLE)],
    ['result-shared', ranked.some(({ shared }) => shared)],
    ['result-open', ranked.some(({ standing, byRuling }) => standing === 'tied' || byRuling)],
    ['result-few', ranked.length <= FEW_ROWS],
  ] as const;
  return ['result-rows', ...looks.filter(([, holds]) => holds).map(([name]) => name)].join(' ');
}

function titleOf(projects: readonly Project[], number: number): string {
  return projects.find((project) => project.number === number)?.title ?? '';
}

function barOf(row: ResultRow, { result, projects, texts }: Props): PagedRow {
  const whole = Math.max(1, result.valid, ...result.counts.map(({ votes }) => votes));
  const provisional = row.standing === 'selected' && !result.final;
  return {
    key: `bar-${row.number}`,
    className: `result-row result-${provisional ? 'provisional' : row.standing}`,
    place: 'anywhere',
    content: (
      <>
        <span className="result-rank">
          {row.shared ? <small>{texts.result.shared} </small> : null}
          {row.rank}
        </span>
        <span className="result-name">
          {row.number}. {titleOf(projects, row.number)}
        </span>
        <span className="result-track" aria-hidden="true">
          <span className="result-bar" style={{ width: `${(100 * row.votes) / whole}%` }} />
        </span>
        <span className="result-votes">
          {row.votes} {texts.result.votes}
        </span>
        <span className="result-standing">{wordOf(row, provisional, texts)}</span>
      </>
    ),
  };
}

function wordOf(row: ResultRow, provisional: boolean, { result }: ScreenTexts): string {
  if (row.byRuling) return result.byRuling;
  return provisional ? result.provisionally : result.standing[row.standing];
}

function cutOffRow(result: CertifiedRound, texts: ScreenTexts): PagedRow {
  const cutOff = cutOffOf(result);
  return {
    key: 'cut-off',
    className: `result-cut-off result-cut-off-${cutOff.kind}`,
    place: 'with-previous',
    content: <span>{cutOffWord(cutOff, texts)}</span>,
  };
}

function cutOffWord(cutOff: CutOff, { result }: ScreenTexts): string {
  switch (cutOff.kind) {
    case 'places':
      return result.cutOff(cutOff.places);
    case 'tied':
      return result.cutOffTied(cutOff.tied, cutOff.left);
    case 'short':
      return cutOff.final ? result.cutOffLeftShort(cutOff.places, cutOff.left) : result.cutOffShort(cutOff.places, cutOff.left);
  }
}

/** The two lists of the whole congress on a page of their own, each project with the round that decided on it. */
function finalPage({ results, projects, year, keyWorkLabel, texts }: Props): PagedRow[] {
  const rows = finalRows(results);
  const heading = (standing: 'selected' | 'key-work', words: string): PagedRow => ({
    key: `heading-${standing}`,
    className: `result-heading result-${standing}`,
    place: standing === 'selected' ? 'new-page' : 'anywhere',
    content: words,
  });
  const list = (standing: 'selected' | 'key-work') =>
    rows.filter((row) => row.standing === standing).map((row): PagedRow => ({
      key: `final-${row.number}`,
      className: `result-final result-${row.standing}`,
      place: 'anywhere',
      content: (
        <>
          <span className="result-name">
            {row.number}. {titleOf(projects, row.number)}
          </span>
          <span className="result-votes">{texts.result.inRound(row.round, row.votes)}</span>
        </>
      ),
    }));
  return [
    heading('selected', texts.result.titleFinal(texts.announcement.selected(year))),
    ...list('selected'),
    heading('key-work', texts.announcement.keyWork(keyWorkLabel)),
    ...list('key-work'),
  ];
}
