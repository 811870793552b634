import { useEffect, useState } from 'react';
import { Fingerprint } from '../components/fingerprint.tsx';
import { LiveMark } from '../components/live-mark.tsx';
import { useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import type { DelegateLine } from './delegate-line.ts';
import type { Booth } from './use-booth.ts';

/** Where the delegate is: congress, round, its fingerprint once the manifest was checked; the countdown when voting is about to close. */
export function BoothHead({ line, booth }: { readonly line: DelegateLine; readonly booth: Booth }) {
  const texts = useTexts({ zh, en });
  const { view, work } = booth.state;
  const round = view?.congress.round ?? null;
  return (
    <>
      <p className="booth-congress">{view?.congress.title ?? line.letter.congress.title}</p>
      <p className="booth-facts">
        {view === null ? null : <span>{texts.delegateLine(view.delegate.name, view.delegate.number)}</span>}
        {round === null ? null : <span>{texts.roundNumber(round.number)}</span>}
        {work?.manifest.is === 'trusted' ? <Fingerprint characters={work.manifest.terms.fingerprint} /> : null}
        {booth.connected ? null : <LiveMark connected={false} />}
      </p>
      {round?.state === 'open' && round.closesAt !== null ? <Countdown closesAt={round.closesAt} clockOffset={booth.clockOffset} onEnd={booth.refresh} /> : null}
    </>
  );
}

function Countdown({ closesAt, clockOffset, onEnd }: {
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
