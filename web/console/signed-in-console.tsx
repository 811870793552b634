import { Button } from 'antd';
import { useEffect } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import type { SignedIn } from '#shared/contract/account.ts';
import { LiveMark } from '#web/components/live-mark.tsx';
import { RehearsalBand } from '#web/components/rehearsal-band.tsx';
import { dayTexts } from '#web/text/console.day.ts';
import { frameTexts } from '#web/text/console.frame.ts';
import { useTexts } from '#web/text/language.ts';
import { type ConsoleContext, consoleContext } from './console-context.ts';
import { ConsoleHeader } from './console-header.tsx';
import { factsOf } from './day-facts.ts';
import { type Day, useDayQuery } from './day-query.ts';
import { daySteps, stepInHand } from './day-steps.ts';
import { HallFigures } from './hall-figures.tsx';
import { DaySide } from './day-side.tsx';
import { LongWork } from './long-work.tsx';
import { RefusalNotice } from './refusal-notice.tsx';
import { SIDE_PAGES } from './side-pages.tsx';
import { StepPage } from './step-page.tsx';

type Props = {
  readonly congressId: string;
  readonly session: SignedIn;
  readonly rehearsal: boolean;
  readonly onSignOut: () => void;
};

/** One page per congress: the figures of the hall, the rail of the day, and the step that was chosen. */
export function SignedInConsole({ congressId, session, rehearsal, onSignOut }: Props) {
  const texts = useTexts(frameTexts);
  const { day, error, connected } = useDayQuery(congressId, session.token);
  // A congress that was deleted signs everyone out: its address then shows what is left of it.
  const signedOut = error?.code === 'not-signed-in' || error?.code === 'congress-unknown';
  useEffect(() => {
    if (signedOut) onSignOut();
  }, [signedOut, onSignOut]);
  return (
    <>
      <RehearsalBand rehearsal={rehearsal} />
      <ConsoleHeader title={day?.congress.title ?? ''}>
        <LiveMark connected={connected && error === null} />
        <span className="quiet">{session.who.name}</span>
        <Button onClick={onSignOut}>{texts.signOut}</Button>
      </ConsoleHeader>
      {day === null ? (
        <main className="sheet sheet-narrow">
          <h1>{texts.loading}</h1>
          <RefusalNotice refusal={error} />
        </main>
      ) : (
        <ConsoleBody congressId={congressId} session={session} rehearsal={rehearsal} day={day} />
      )}
    </>
  );
}

type BodyProps = Pick<Props, 'congressId' | 'session' | 'rehearsal'> & { readonly day: Day };

function ConsoleBody({ congressId, session, rehearsal, day }: BodyProps) {
  const words = useTexts(dayTexts);
  const steps = daySteps(factsOf(day));
  const value: ConsoleContext = { congressId, token: session.token, clerk: session.who.name, rehearsal, day, steps };
  const base = `/console/${congressId}`;
  const now = stepInHand(steps);
  return (
    <consoleContext.Provider value={value}>
      <a className="skip-link" href="#step">
        {words.skip}
      </a>
      <p className="visually-hidden" role="status">
        {now === undefined ? '' : words.nowInHand(words.steps[now.kind])}
      </p>
      <HallFigures day={day} />
      <LongWork />
      <div className="console-body">
        <DaySide />
        <main id="step" className="console-main" tabIndex={-1}>
          <Routes>
            <Route index element={<Navigate replace to={`${base}/step/${now?.id ?? ''}`} />} />
            <Route path="step/:stepId" element={<StepPage />} />
            {SIDE_PAGES.map(({ path, page: SidePage }) => (
              <Route key={path} path={path} element={<SidePage />} />
            ))}
            <Route path="*" element={<Navigate replace to={base} />} />
          </Routes>
        </main>
      </div>
    </consoleContext.Provider>
  );
}
