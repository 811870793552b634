import { Fingerprint } from '../components/fingerprint.tsx';
import { en as meaningEn } from '../text/check-meaning.en.ts';
import { zh as meaningZh } from '../text/check-meaning.zh.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/public.en.ts';
import { zh } from '../text/public.zh.ts';
import { CheckLines } from './check-lines.tsx';
import type { RecountedRound } from './recount-job.ts';
import type { CheckLine } from './recount-progress.ts';
import type { comparePublication } from './same-publication.ts';

type Compared = ReturnType<typeof comparePublication>;
type Props = {
  readonly source: string;
  readonly rounds: readonly RecountedRound[];
  readonly milliseconds: number;
  /** null where nothing is published that it could be compared with. */
  readonly compared: Compared | null;
};

/** First the answer in one sentence, then what does not fit, then the recounted numbers and every check. */
export function RecountResult({ source, rounds, milliseconds, compared }: Props) {
  const texts = useTexts({ zh, en }).recount;
  const checks = rounds.flatMap((round) => round.checks);
  const bad = checks.filter(({ passed }) => !passed).length;
  const good = bad === 0 && compared?.same !== false;
  return (
    <div className="recount-result">
      <div className={good ? 'recount-answer recount-good' : 'recount-answer recount-bad'} role="status">
        <p>{bad === 0 ? texts.allGood(checks.length) : texts.someBad(bad, checks.length)}</p>
        {bad === 0 ? <p className="recount-means">{texts.allGoodMeans}</p> : <Failures rounds={rounds} />}
        <SameAsPublished compared={compared} />
        {good ? null : <p className="recount-means">{texts.someBadNext}</p>}
      </div>
      <p className="quiet">
        {source} · {texts.seconds((milliseconds / 1000).toFixed(1))}
      </p>
      {rounds.map((round) => (
        <Round key={round.name} round={round} />
      ))}
    </div>
  );
}

/** What does not fit and what that means, before anything else is read. */
function Failures({ rounds }: { readonly rounds: readonly RecountedRound[] }) {
  const texts = useTexts({ zh, en }).recount;
  const meanings = useTexts({ zh: meaningZh, en: meaningEn });
  return (
    <ul className="recount-failures">
      {rounds.flatMap((round) =>
        round.checks
          .filter(({ passed }) => !passed)
          .map(({ name }) => (
            <li key={round.name + name}>
              {round.name === '' ? '' : `${texts.round(round.name)} · `}
              {meanings[name].failed}
            </li>
          )),
      )}
    </ul>
  );
}

function SameAsPublished({ compared }: { readonly compared: Compared | null }) {
  const texts = useTexts({ zh, en }).recount;
  if (compared === null) return <p className="recount-means">{texts.notPublished}</p>;
  if (compared.same) return <p className="recount-means">{`✓ ${texts.sameAsPublished}`}</p>;
  return (
    <>
      <p>{`✗ ${texts.notPublication}`}</p>
      <ul className="recount-failures">
        {compared.rounds
          .filter(({ state }) => state !== 'same')
          .map(({ number, state }) => (
            <li key={number}>{state === 'missing' ? texts.roundMissing(number) : texts.roundOther(number)}</li>
          ))}
      </ul>
    </>
  );
}

function Round({ round }: { readonly round: RecountedRound }) {
  const texts = useTexts({ zh, en }).recount;
  const title = round.name === '' ? texts.oneRound : texts.round(round.name);
  const lines = round.checks.map(
    ({ name, passed, detail }): CheckLine => ({ name, state: passed ? { kind: 'passed' } : { kind: 'failed', detail } }),
  );
  return (
    <section aria-label={title} className="recount-round">
      <h2>{title}</h2>
      {round.manifest === null ? null : (
        <p className="quiet">
          {round.manifest.title} <Fingerprint characters={round.manifest.fingerprint} />
        </p>
      )}
      <Counted round={round} />
      <h3>{texts.checks}</h3>
      <p>{round.withKeys ? texts.withKeys : texts.withoutKeys}</p>
      <CheckLines checks={lines} />
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
                <th scope="row">
                  {number}. {title}
                </th>
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
