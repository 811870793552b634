import { Suspense, useCallback, useEffect, useState } from 'react';
import { forgetSessions } from '../api/session.ts';
import { tabletMode } from '../components/tablet-mode.ts';
import { BoothPage, fetchBooth } from './behind-the-letter.ts';
import { CheckingLetter } from './checking-letter.tsx';
import { DelegateLine } from './delegate-line.ts';
import { deviceStore } from './device-store.ts';
import { forgetLetter, keepLetter, readKeptLetter } from './kept-letter.ts';
import type { LetterRefusal, LetterResult } from './letter.ts';
import { LetterScreen } from './letter-screen.tsx';
import { OtherCongressScreen } from './other-congress-screen.tsx';
import { memoryStore } from './round-store.ts';
import { useTablet, useTabletScene } from './tablet-context.ts';
import { TabletDesk } from './tablet-desk.tsx';

type Door =
  | { readonly at: 'letter'; readonly refused: LetterRefusal | null }
  | { readonly at: 'checking'; readonly typed: string }
  | { readonly at: 'other-congress' | 'inside'; readonly line: DelegateLine };

/** The booth on this device: a delegate's own, or a tablet that is cleared for each next one. */
export function BoothDoor({ congressInUrl }: { readonly congressInUrl: string | null }) {
  const [turn, setTurn] = useState(0);
  const onCleared = useCallback(() => setTurn((before) => before + 1), []);
  if (tabletMode.use() === 'off') return <LetterDoor congressInUrl={congressInUrl} />;
  return (
    <TabletDesk congressInUrl={congressInUrl} onCleared={onCleared}>
      <LetterDoor key={turn} congressInUrl={congressInUrl} />
    </TabletDesk>
  );
}

/** From the letter to the booth. Inside, the letter stays in this tab until the delegate leaves; on a shared tablet, in this page. */
function LetterDoor({ congressInUrl }: { readonly congressInUrl: string | null }) {
  const tablet = useTablet();
  const [door, setDoor] = useState<Door>(() => firstDoor(tablet.on));
  useTabletScene(door.at === 'inside' ? null : door.at === 'letter' && door.refused === null ? 'door' : 'other');
  useEffect(() => void fetchBooth(), []);
  const enter = (line: DelegateLine) => {
    if (line.store.lasting) keepLetter(line.letter);
    line.keep();
    window.history.replaceState(null, '', `/b/${line.letter.congress.id}`);
    setDoor({ at: 'inside', line });
  };
  const leave = (refused: LetterRefusal | null) => {
    forgetLetter();
    forgetSessions('delegate');
    setDoor({ at: 'letter', refused });
  };
  const checked = (result: LetterResult) => {
    if (!result.ok) {
      leave(result.error);
      return;
    }
    const line = new DelegateLine(result.platform, result.letter, result.session, tablet.on ? memoryStore() : deviceStore());
    if (congressInUrl === null || congressInUrl === result.letter.congress.id) enter(line);
    else setDoor({ at: 'other-congress', line });
  };

  switch (door.at) {
    case 'letter':
      return <LetterScreen congressInUrl={congressInUrl} refused={door.refused} onCode={(typed) => setDoor({ at: 'checking', typed })} />;
    case 'checking':
      return <CheckingLetter typed={door.typed} congressInUrl={congressInUrl} onChecked={checked} />;
    case 'other-congress':
      return <OtherCongressScreen line={door.line} onEnter={() => enter(door.line)} onBack={() => leave(null)} />;
    case 'inside':
      return <Suspense><BoothPage line={door.line} onLeave={() => leave(null)} /></Suspense>;
  }
}

/** After a reload the kept letter signs in by itself; a shared tablet keeps none. */
function firstDoor(onTablet: boolean): Door {
  const typed = onTablet ? null : readKeptLetter();
  return typed === null ? { at: 'letter', refused: null } : { at: 'checking', typed };
}
