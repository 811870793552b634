import { en as checkEn } from '../text/check-names.en.ts';
import { zh as checkZh } from '../text/check-names.zh.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/public.en.ts';
import { zh } from '../text/public.zh.ts';
import type { RecountedRound } from './recount-job.ts';

type Props = { readonly source: string; readonly rounds: readonly RecountedRound[]; readonly milliseconds: number };

/** First the answer, then every check of every round in plain words, then the recounted numbers. */
export function RecountResult({ source, rounds, milliseconds }: Props) {
  const texts = useTexts({ zh, en }).recount;
  const checks = rounds.flatMap((round) => round.checks);
  const bad = checks.filter(({ passed }) => !passed).length;
  return (
    <div className="recount-result">
      <p className={bad === 0 ? 'recount-answer recount-good' : 'recount-answer recount-bad'} role="status">
        {bad === 0 ? texts.allGood(checks.length) : texts.someBad(bad, checks.length)}
      </p>
      {bad === 0 ? null : <p className="notice">{texts.someBadNext}</p>}
      <p className="quiet">
        {source} · {texts.seconds((milliseconds / 1000).toFixed(1))}
      </p>
      {rounds.map((round) => (
        <Round key={round.name} round={round} />
      ))}
    </div>
  );
}

function Round({ round }: { readonly round: RecountedRound }) {
  const texts = useTexts({ zh, en }).recount;
  const names = useTexts({ zh: checkZh, en: checkEn });
  const title = round.name === '' ? texts.oneRound : texts.round(round.name);
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <Counted round={round} />
      <p>{round.withKeys ? texts.withKeys : texts.withoutKeys}</p>
      <ul className="check-lines">
        {round.checks.map(({ name, passed, detail }) => (
          <li key={name} className={passed ? 'check-passed' : 'check-failed'} data-check={name}>
            <strong>{passed ? `✓ ${texts.good}` : `✗ ${texts.bad}`}</strong> {names[name]}
            {detail === undefined ? null : (
              <span className="check-detail" lang="en">
                {texts.detail}: {name}: {detail}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Counted({ round: { counted } }: { readonly round: RecountedRound }) {
  const all = useTexts({ zh, en });
  const texts = all.recount;
  if (counted === null) return null;
  const { figures } = texts;
  return (
    <>
      <table aria-label={texts.counted}>
        <caption>{texts.counted}</caption>
        <tbody>
          {counted.rows
            .toSorted((a, b) => b.votes - a.votes || a.number - b.number)
            .map(({ number, title, votes }) => (
              <tr key={number}>
                <td>
                  {number}. {title}
                </td>
                <td className="number">
                  {votes} {all.votes}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      <p>
        {figures.ballots} {counted.ballots} · {figures.valid} {counted.valid} · {figures.abstained} {counted.abstained} · {figures.invalid} {counted.invalid}
      </p>
    </>
  );
}
