import { useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import { BoothFrame } from './booth-frame.tsx';
import { BoothNotices } from './booth-notices.tsx';
import { BoothHead } from './booth-head.tsx';
import { type Screen, screenOf } from './booth-screen.ts';
import { AbstainScreen } from './abstain-screen.tsx';
import { CastingScreen, NotReceivedScreen } from './casting-screen.tsx';
import { ChooseScreen } from './choose-screen.tsx';
import { closingAt } from './closing-at.ts';
import type { DelegateLine } from './delegate-line.ts';
import { EarlierTrackers } from './earlier-trackers.tsx';
import { Countdown } from './countdown.tsx';
import { ElsewhereScreen } from './elsewhere-screen.tsx';
import { ReceiptScreen } from './receipt-screen.tsx';
import { ReviewScreen } from './review-screen.tsx';
import { EndedScreen, PaperRefusedScreen, StoppedScreen } from './stopped-screen.tsx';
import { useTablet, useTabletScene } from './tablet-context.ts';
import { HandOver } from './tablet-hand-over.tsx';
import { sceneOf } from './tablet-scene.ts';
import { type Booth, useBooth } from './use-booth.ts';
import { WaitingScreen } from './waiting-screen.tsx';

/** Screens that tell of a ballot which was cast or is on its way. */
const OF_BALLOT: readonly Screen['show'][] = ['casting', 'not-received', 'receipt'];
/** Screens that lay two lists side by side. */
const WIDE: readonly Screen['show'][] = ['choose', 'review'];

/** One delegate's booth, one screen at a time. */
export function BoothPage({ line, onLeave }: { readonly line: DelegateLine; readonly onLeave: () => void }) {
  const booth = useBooth(line);
  const texts = useTexts({ zh, en });
  const tablet = useTablet();
  const rehearsal = line.letter.kind === 'rehearsal';
  const screen = screenOf(booth.state);
  const closing = closingAt(booth);
  useTabletScene(sceneOf(screen), { rehearsal, closing });
  // A letter that ends takes no word of a ballot away.
  const ended = OF_BALLOT.includes(screen.show) ? null : booth.ended;
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
      {booth.state.view?.congress.state === 'published' && !tablet.on ? <p><a href={`/p/${line.letter.congress.id}`}>{texts.announcement}</a></p> : null}
      {tablet.on ? <HandOver screen={screen} /> : leaving}
    </>
  );
  return (
    <BoothFrame
      rehearsal={rehearsal} wide={WIDE.includes(screen.show)}
      pressing={<Countdown at={closing} onEnd={booth.refresh} />} head={<BoothHead line={line} booth={booth} />} foot={foot}
    >
      {booth.unreachable && ended === null && screen.show !== 'casting' ? <p className="stale-note" role="status">{texts.unreachable}</p> : null}
      <BoothNotices booth={booth} screen={screen} />
      {ended === null ? <CurrentScreen booth={booth} screen={screen} /> : <EndedScreen why={ended} />}
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
