import { useEffect, useEffectEvent, useState } from 'react';
import type { Platform } from '#shared/ballot-paper/platform.ts';
import { browserPlatform } from '#shared/ballot-paper/platform-browser.ts';
import { backOff, wait } from '../api/back-off.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/door.en.ts';
import { zh } from '../text/door.zh.ts';
import { fetchBooth } from './behind-the-letter.ts';
import { BoothFrame } from './booth-frame.tsx';
import { type LetterResult, signInWithLetter } from './letter.ts';
import { ScreenTitle } from './screen-title.tsx';
import { isPassing } from './until-answered.ts';

/** Signs in with a letter and has the booth at hand, again and again while no server answers. */
export function CheckingLetter({ typed, congressInUrl, onChecked }: {
  readonly typed: string;
  readonly congressInUrl: string | null;
  readonly onChecked: (result: LetterResult) => void;
}) {
  const texts = useTexts({ zh, en });
  const [unreachable, setUnreachable] = useState(false);
  const checked = useEffectEvent(onChecked);
  useEffect(() => {
    const stop = new AbortController();
    void check(typed, congressInUrl, stop.signal, () => setUnreachable(true)).then((result) => {
      if (result !== null) checked(result);
    });
    return () => stop.abort();
  }, [typed, congressInUrl]);
  return (
    <BoothFrame>
      <ScreenTitle>{texts.letterGoing}</ScreenTitle>
      <p role="status">{texts.letterGoingText}</p>
      {unreachable ? <p className="stale-note" role="alert">{texts.unreachable}</p> : null}
    </BoothFrame>
  );
}

/** Null when told to stop. */
async function check(typed: string, congressInUrl: string | null, signal: AbortSignal, onFailure: () => void): Promise<LetterResult | null> {
  const pace = backOff();
  const stopped = () => signal.aborted;
  while (!stopped()) {
    const platform = await platformOrNull();
    const result = platform === null ? null : await signInWithLetter(platform, typed, congressInUrl);
    if (stopped()) return null;
    const again = result === null || (!result.ok && 'code' in result.error && isPassing(result.error.code));
    // What comes after the letter is here before the letter counts as read: nothing is fetched later, when the line may be down.
    if (!again && (!result.ok || (await fetchBooth()))) return stopped() ? null : result;
    onFailure();
    await wait(pace.next(), signal);
  }
  return null;
}

/** Null where a part that this browser lacks could not be fetched just now. */
async function platformOrNull(): Promise<Platform | null> {
  try {
    return await browserPlatform();
  } catch {
    return null;
  }
}
