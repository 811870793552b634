import { useCallback, useEffect, useState } from 'react';
import { browserPlatform } from '#shared/ballot-paper/platform-browser.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import { BoothFrame } from './booth-frame.tsx';
import { BoothPage } from './booth-page.tsx';
import { DelegateLine } from './delegate-line.ts';
import { forgetLetter, keepLetter, readKeptLetter } from './kept-letter.ts';
import { type LetterResult, signInWithLetter } from './letter.ts';
import { LetterScreen } from './letter-screen.tsx';
import { OtherCongressScreen } from './other-congress-screen.tsx';
import { ScreenTitle } from './screen-title.tsx';

type Door =
  | { readonly at: 'letter'; readonly refused: Extract<LetterResult, { ok: false }>['error'] | null }
  | { readonly at: 'checking' }
  | { readonly at: 'other-congress' | 'inside'; readonly line: DelegateLine };

/** From the letter to the booth. Inside, the letter stays in this tab until the delegate leaves. */
export function BoothDoor({ congressInUrl }: { readonly congressInUrl: string | null }) {
  const [door, setDoor] = useState<Door>(() => (readKeptLetter() === null ? { at: 'letter', refused: null } : { at: 'checking' }));
  const texts = useTexts({ zh, en });

  const enter = useCallback((line: DelegateLine) => {
    keepLetter(line.letter);
    window.history.replaceState(null, '', `/b/${line.letter.congress.id}`);
    setDoor({ at: 'inside', line });
  }, []);
  const tryLetter = useCallback(async (typed: string) => {
    setDoor({ at: 'checking' });
    const platform = await browserPlatform();
    const result = await signInWithLetter(platform, typed, congressInUrl);
    if (!result.ok) {
      setDoor({ at: 'letter', refused: result.error });
      return;
    }
    const line = new DelegateLine(platform, result.letter, result.session);
    if (congressInUrl === null || congressInUrl === result.letter.congress.id) enter(line);
    else setDoor({ at: 'other-congress', line });
  }, [congressInUrl, enter]);
  const leave = () => {
    forgetLetter();
    setDoor({ at: 'letter', refused: null });
  };

  useEffect(() => {
    const kept = readKeptLetter();
    // After a reload the kept letter signs in by itself; nothing is shown in between.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    if (kept !== null) void tryLetter(kept);
  }, [tryLetter]);

  if (door.at === 'inside') return <BoothPage line={door.line} onLeave={leave} />;
  if (door.at === 'other-congress') return <OtherCongressScreen line={door.line} onEnter={() => enter(door.line)} onBack={leave} />;
  if (door.at === 'letter') return <LetterScreen congressInUrl={congressInUrl} refused={door.refused} onCode={(typed) => void tryLetter(typed)} />;
  return (
    <BoothFrame>
      <ScreenTitle>{texts.letterGoing}</ScreenTitle>
    </BoothFrame>
  );
}
