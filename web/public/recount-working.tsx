import { en as checkEn } from '../text/check-names.en.ts';
import { zh as checkZh } from '../text/check-names.zh.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/public.en.ts';
import { zh } from '../text/public.zh.ts';
import { CheckLines } from './check-lines.tsx';
import { type RoundProgress, soFar } from './recount-progress.ts';

/** How far the recount is: one bar for all of it, what is worked on now, and every check as it ends. */
export function RecountWorking({ rounds }: { readonly rounds: readonly RoundProgress[] }) {
  const texts = useTexts({ zh, en }).recount;
  const names = useTexts({ zh: checkZh, en: checkEn });
  const { done, total, now } = soFar(rounds);
  const roundTitle = (name: string) => (name === '' ? texts.oneRound : texts.round(name));
  return (
    <div className="work">
      <p role="status">{texts.working}</p>
      <progress aria-label={texts.working} max={Math.max(1, total)} value={done} />
      <p>{texts.soFar(done, total)}</p>
      <p className="quiet">
        {now?.line.state.kind === 'running' ? texts.progress(roundTitle(now.round), names[now.line.name], now.line.state.done, now.line.state.total) : ' '}
      </p>
      {rounds.map(({ name, checks }) => (
        <section key={name} aria-label={roundTitle(name)}>
          <h2>{roundTitle(name)}</h2>
          <CheckLines checks={checks} />
        </section>
      ))}
    </div>
  );
}
