import { useEffect, useState } from 'react';
import { useTexts } from '../text/language.ts';
import { en } from '../text/countdown.en.ts';
import { zh } from '../text/countdown.zh.ts';

/** How long the box still takes ballots, once the clerk has begun to close. `at`: see closing-at.ts. */
export function Countdown({ at, onEnd }: { readonly at: number | null; readonly onEnd?: () => Promise<void> }) {
  return at === null ? null : <Seconds at={at} onEnd={onEnd} />;
}

function Seconds({ at, onEnd }: { readonly at: number; readonly onEnd: (() => Promise<void>) | undefined }) {
  const texts = useTexts({ zh, en });
  const [now, setNow] = useState(() => Date.now());
  const seconds = Math.max(0, Math.ceil((at - now) / 1000));
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (seconds === 0) void onEnd?.();
  }, [seconds, onEnd]);
  return (
    <p className="countdown" role="timer">
      <strong>{texts.closingIn(seconds)}</strong> <span>{texts.closingText}</span>
    </p>
  );
}
