import { useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import { BoothFrame } from './booth-frame.tsx';
import { BoothHead } from './booth-head.tsx';
import { type Screen, screenOf } from './booth-screen.ts';
import { AbstainScreen } from './abstain-screen.tsx';
import { CastingScreen, NotReceivedScreen } from './casting-screen.tsx';
import { ChooseScreen } from './choose-screen.tsx';
import type { DelegateLine } from './delegate-line.ts';
import { EarlierTrackers } from './earlier-trackers.tsx';
import { Countdown } from './countdown.tsx';
import { ElsewhereScreen } from './elsewhere-screen.tsx';
import { ReceiptScreen } from './receipt-screen.tsx';
import { ReviewScreen } from './review-screen.tsx';
import { EndedScreen, PaperRefusedScreen, StoppedScreen } from './stopped-screen.tsx';
import { type Booth, useBooth } from './use-booth.ts';
import { WaitingScreen } from './waiting-screen.tsx';

/** Screens that lay two lists side by side. */
const WIDE: readonly Screen['show'][] = ['choose', 'review'];

/** One delegate's booth, one screen at a time. */
export function BoothPage({ line, onLeave }: { readonly line: DelegateLine; readonly onLeave: () => void }) {
  const booth = useBooth(line);
  const texts = useTexts({ zh, en });
  const screen = screenOf(booth.state);
  // A ballot that is on its way must not be left behind.
  const leaving = screen.show === 'casting' ? null : (
    <p className="leave">
      <button type="button" className="link-button" onClick={onLeave}>{texts.leave}</button>
      <span className="quiet">{texts.leaveHint}</span>
    </p>
  );
  const round = booth.state.view?.congress.round ?? null;
  const foot = (
    <>
      {round === null ? null : <EarlierTrackers key={round.id} line={line} roundId={round.id} />}
      {booth.state.view?.congress.state === 'published' ? <p><a href={`/p/${line.letter.congress.id}`}>{texts.announcement}</a></p> : null}
      {leaving}
    </>
  );
  return (
    <BoothFrame
      rehearsal={line.letter.kind === 'rehearsal'} wide={WIDE.includes(screen.show)}
      pressing={<Countdown booth={booth} />} head={<BoothHead line={line} booth={booth} />} foot={foot}
    >
      {booth.unreachable && booth.ended === null && screen.show !== 'casting' ? <p className="stale-note" role="status">{texts.unreachable}</p> : null}
      {booth.ended === null ? <CurrentScreen booth={booth} screen={screen} /> : <EndedScreen why={booth.ended} />}
    </BoothFrame>
  );
}

function CurrentScreen({ booth, screen }: { readonly booth: Booth; readonly screen: Screen }) {
  const { view, work } = booth.state;
  if (screen.show === 'waiting') return <WaitingScreen key={screen.for} waitingFor={screen.for} />;
  if (view === null || work === null) return null;
  switch (screen.show) {
    case 'stopped':
      return <StoppedScreen key={screen.why} why={screen.why} />;
    case 'elsewhere':
      return <ElsewhereScreen booth={booth} roundId={work.roundId} reopening={view.reopening} />;
    case 'paper-refused':
      return <PaperRefusedScreen booth={booth} why={work.paperRefusal} />;
    case 'choose':
      return <ChooseScreen booth={booth} view={view} work={work} terms={screen.terms} mayCast={screen.mayCast} />;
    case 'review':
      return <ReviewScreen booth={booth} work={work} terms={screen.terms} mayCast={screen.mayCast} />;
    case 'abstain':
      return <AbstainScreen booth={booth} mayCast={screen.mayCast} />;
    case 'casting':
      return <CastingScreen key={screen.failures > 0 ? 'again' : 'first'} failures={screen.failures} />;
    case 'not-received':
      return <NotReceivedScreen ballot={work.ballot} />;
    case 'receipt':
      return <ReceiptScreen booth={booth} view={view} work={work} terms={screen.terms} />;
  }
}
