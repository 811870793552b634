import { useEffect, useState } from 'react';
import { inFours } from '#shared/ballot-paper/crockford.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import type { DelegateLine } from './delegate-line.ts';
import { readEarlierTrackers } from './kept-round.ts';

type Earlier = Awaited<ReturnType<typeof readEarlierTrackers>>;

/** Trackers of rounds that are over, once a later round has begun. */
export function EarlierTrackers({ line, roundId }: { readonly line: DelegateLine; readonly roundId: string }) {
  const texts = useTexts({ zh, en });
  const [earlier, setEarlier] = useState<Earlier>([]);
  useEffect(() => {
    let gone = false;
    void readEarlierTrackers(line.store, line.placeOf(roundId)).then((found) => {
      if (!gone) setEarlier(found);
    });
    return () => {
      gone = true;
    };
  }, [line, roundId]);
  if (earlier.length === 0) return null;
  return (
    <details className="earlier">
      <summary>{texts.earlierTitle}</summary>
      {earlier.map(({ number, tracker }) => (
        <p key={number} data-private>
          {texts.earlierTracker(number)} <code>{inFours(tracker, ' ')}</code>
        </p>
      ))}
    </details>
  );
}
