import { useEffect, useState } from 'react';
import { useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import type { Booth } from './use-booth.ts';

/** How long the box still takes ballots, once the clerk has begun to close. */
export function Countdown({ booth }: { readonly booth: Booth }) {
  const round = booth.state.view?.congress.round ?? null;
  if (round?.state !== 'open' || round.closesAt === null) return null;
  return <Seconds closesAt={round.closesAt} clockOffset={booth.clockOffset} onEnd={booth.refresh} />;
}

function Seconds({ closesAt, clockOffset, onEnd }: {
  readonly closesAt: string;
  readonly clockOffset: number;
  readonly onEnd: () => Promise<void>;
}) {
  const texts = useTexts({ zh, en });
  const [now, setNow] = useState(() => Date.now());
  const seconds = Math.max(0, Math.ceil((Date.parse(closesAt) - (now + clockOffset)) / 1000));
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (seconds === 0) void onEnd();
  }, [seconds, onEnd]);
  return (
    <p className="countdown" role="timer">
      <strong>{texts.closingIn(seconds)}</strong> <span>{texts.closingText}</span>
    </p>
  );
}
