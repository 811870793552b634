import { Button } from 'antd';
import { useEffect } from 'react';
import { Link, Navigate, Route, Routes } from 'react-router';
import type { SignedIn } from '#shared/contract/account.ts';
import { LiveMark } from '#web/components/live-mark.tsx';
import { RehearsalBand } from '#web/components/rehearsal-band.tsx';
import { frameTexts } from '#web/text/console.frame.ts';
import { tabletTexts } from '#web/text/console.tablet.ts';
import { useTexts } from '#web/text/language.ts';
import { type ConsoleContext, consoleContext } from './console-context.ts';
import { ConsoleHeader } from './console-header.tsx';
import { factsOf } from './day-facts.ts';
import { type Day, useDayQuery } from './day-query.ts';
import { daySteps, stepInHand } from './day-steps.ts';
import { HallFigures } from './hall-figures.tsx';
import { Rail } from './rail.tsx';
import { RefusalNotice } from './refusal-notice.tsx';
import { AccountsPage } from './side/accounts-page.tsx';
import { AdjournPage } from './side/adjourn-page.tsx';
import { AuditPage } from './side/audit-page.tsx';
import { TabletPage } from './side/tablet-page.tsx';
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
  const signedOut = error?.code === 'not-signed-in';
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
          {error === null ? <p role="status">{texts.loading}</p> : <RefusalNotice refusal={error} />}
        </main>
      ) : (
        <ConsoleBody congressId={congressId} session={session} rehearsal={rehearsal} day={day} />
      )}
    </>
  );
}

type BodyProps = Pick<Props, 'congressId' | 'session' | 'rehearsal'> & { readonly day: Day };

function ConsoleBody({ congressId, session, rehearsal, day }: BodyProps) {
  const texts = useTexts(frameTexts);
  const pages = { tablet: useTexts(tabletTexts).link };
  const steps = daySteps(factsOf(day));
  const value: ConsoleContext = { congressId, token: session.token, clerk: session.who.name, rehearsal, day, steps };
  const base = `/console/${congressId}`;
  return (
    <consoleContext.Provider value={value}>
      <HallFigures day={day} />
      <div className="console-body">
        <div className="console-side">
          <Rail />
          <ul className="side-links">
            <li><Link to={`${base}/accounts`}>{texts.pages.accounts}</Link></li>
            <li><Link to={`${base}/adjourn`}>{texts.pages.adjourn}</Link></li>
            <li><Link to={`${base}/audit`}>{texts.pages.audit}</Link></li>
            <li><Link to={`${base}/tablet`}>{pages.tablet}</Link></li>
            <li><a href={`/screen/${congressId}`} target="_blank" rel="noreferrer">{texts.pages.screen}</a></li>
          </ul>
        </div>
        <main className="console-main">
          <Routes>
            <Route index element={<Navigate replace to={`${base}/step/${stepInHand(steps)?.id ?? ''}`} />} />
            <Route path="step/:stepId" element={<StepPage />} />
            <Route path="accounts" element={<AccountsPage />} />
            <Route path="adjourn" element={<AdjournPage />} />
            <Route path="audit" element={<AuditPage />} />
            <Route path="tablet" element={<TabletPage />} />
            <Route path="*" element={<Navigate replace to={base} />} />
          </Routes>
        </main>
      </div>
    </consoleContext.Provider>
  );
}
