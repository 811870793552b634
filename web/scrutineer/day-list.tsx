import { useSyncExternalStore } from 'react';
import type { RoundDetail } from '#shared/contract/round.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/scrutineer.en.ts';
import { zh } from '../text/scrutineer.zh.ts';
import { clockTime } from './clock-time.ts';
import { useDesk } from './desk-context.ts';
import { type OwnStep, ownSteps } from './own-steps.ts';
import type { Step } from './scrutineer-step.ts';

const MARKS: Readonly<Record<OwnStep['state'], string>> = { done: '✓', now: '●', waiting: '…', 'to-come': '○', missed: '–', declined: '✗' };
const wide = window.matchMedia('(min-width: 860px)');

/** The day as this scrutineer's own steps: done, now, to come. Folded to one line where the page is narrow. */
export function DayList({ step }: { readonly step: Step }) {
  const texts = useTexts({ zh, en }).steps;
  const { me } = useDesk();
  const isWide = useSyncExternalStore(followWidth, () => wide.matches);
  const steps = ownSteps(step, me);
  const place = steps.findIndex(({ current }) => current);
  const list = <StepList step={step} steps={steps} />;
  const now = steps[place];
  return (
    <nav className="day-list" aria-label={texts.title}>
      {isWide ? (
        <>
          <h2>{texts.title}</h2>
          {list}
        </>
      ) : (
        <details>
          <summary>{now === undefined ? texts.over : texts.of(place + 1, steps.length, texts.names[now.name])}</summary>
          {list}
        </details>
      )}
    </nav>
  );
}

function StepList({ step, steps }: { readonly step: Step; readonly steps: readonly OwnStep[] }) {
  const texts = useTexts({ zh, en });
  const { rounds } = useDesk();
  const earlier = rounds.filter(({ number }) => number < (step.round?.number ?? 1)).toSorted((a, b) => a.number - b.number);
  return (
    <>
      {earlier.length === 0 ? null : <Earlier rounds={earlier} now={step.round?.number ?? 1} />}
      <ol>
        {steps.map(({ name, state, signedAt, current }) => (
          <li key={name} className={`own-step own-step-${state}`} aria-current={current ? 'step' : undefined}>
            <span className="own-step-mark" aria-hidden="true">
              {MARKS[state]}
            </span>
            <span className="own-step-name">{texts.steps.names[name]}</span>
            {signedAt === null ? (
              <span className={state === 'to-come' ? 'visually-hidden' : 'own-step-state'}>{texts.steps.states[state]}</span>
            ) : (
              <span className="own-step-seal">
                {texts.seal} {clockTime(signedAt)}
              </span>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function Earlier({ rounds, now }: { readonly rounds: readonly RoundDetail[]; readonly now: number }) {
  const texts = useTexts({ zh, en }).steps;
  return (
    <ul className="earlier-rounds">
      {rounds.map(({ id, number, state }) => (
        <li key={id}>{texts.earlier(number, state === 'void')}</li>
      ))}
      <li>
        <strong>{texts.round(now)}</strong>
      </li>
    </ul>
  );
}

function followWidth(tell: () => void): () => void {
  wide.addEventListener('change', tell);
  return () => wide.removeEventListener('change', tell);
}
