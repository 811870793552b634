import './tablet.css';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTexts } from '../text/language.ts';
import { en } from '../text/tablet.en.ts';
import { zh } from '../text/tablet.zh.ts';
import { clearTablet } from './clear-tablet.ts';
import type { TabletScene } from './tablet-clock.ts';
import { type BeneathCover, NOTHING_BENEATH, type Tablet, tabletContext } from './tablet-context.ts';
import { TabletCover } from './tablet-cover.tsx';
import { useTabletClock } from './use-tablet-clock.ts';

type Standing = { readonly scene: TabletScene; readonly beneath: BeneathCover };

/**
 * A tablet that delegates share: covers an unfinished ballot, and clears everything for the next delegate when this
 * one is done or gone. `onCleared` has to forget whatever it holds, and stays the same function.
 */
export function TabletDesk({ congressInUrl, onCleared, children }: {
  readonly congressInUrl: string | null;
  readonly onCleared: () => void;
  readonly children: ReactNode;
}) {
  const { standing, touch, stand: standClock, startOver } = useTabletClock();
  const [{ scene, beneath }, setStanding] = useState<Standing>({ scene: 'door', beneath: NOTHING_BENEATH });
  const stand = useCallback((next: TabletScene, nextBeneath: BeneathCover) => {
    standClock(next);
    setStanding({ scene: next, beneath: nextBeneath });
  }, [standClock]);
  const clear = useCallback(() => {
    void clearTablet();
    startOver();
    onCleared();
  }, [startOver, onCleared]);
  const tablet: Tablet = useMemo(() => ({ on: true, stand, handOver: clear }), [stand, clear]);

  useEffect(() => {
    if (standing.is === 'cleared') clear();
  }, [standing.is, clear]);
  useEffect(() => {
    // A page that a browser keeps aside for the back button must hold nobody's ballot.
    const leave = () => flushSync(() => clear());
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [clear]);

  return (
    <tabletContext.Provider value={tablet}>
      <div className="tablet-view" hidden={standing.is !== 'shown'}>{children}</div>
      {standing.is === 'covered' ? <TabletCover beneath={beneath} clearsIn={standing.clearsIn} onGoOn={touch} /> : null}
      {standing.is === 'shown' && standing.clearsIn !== null ? <ClearingBar clearsIn={standing.clearsIn} onMoreTime={touch} /> : null}
      {scene === 'door' ? <StaffLine congressInUrl={congressInUrl} /> : null}
    </tabletContext.Provider>
  );
}

/** The clearing is announced; any touch gives more time, this button says so. */
function ClearingBar({ clearsIn, onMoreTime }: { readonly clearsIn: number; readonly onMoreTime: () => void }) {
  const texts = useTexts({ zh, en });
  return (
    <section className="tablet-bar" aria-label={texts.clearing}>
      <p>
        <span role="alert">{texts.clearing}</span> <strong aria-hidden="true">{texts.clearsIn(clearsIn)}</strong>
      </p>
      <button type="button" className="button" onClick={onMoreTime}>{texts.moreTime}</button>
    </section>
  );
}

function StaffLine({ congressInUrl }: { readonly congressInUrl: string | null }) {
  const texts = useTexts({ zh, en });
  return (
    <section className="tablet-staff" aria-label={texts.atDoor}>
      <span>{texts.atDoor}</span>{' '}
      {congressInUrl === null ? null : <a href={`/console/${congressInUrl}/tablet`}>{texts.staff}</a>}
    </section>
  );
}
