import { useState } from 'react';
import { useTexts } from '../text/language.ts';
import { en } from '../text/tablet.en.ts';
import { zh } from '../text/tablet.zh.ts';
import type { Screen } from './booth-screen.ts';
import { useTablet } from './tablet-context.ts';
import { isUnfinished, sceneOf } from './tablet-scene.ts';

/** One press clears the tablet for the next delegate. A ballot on its way must not be left, and offers none. */
export function HandOver({ screen }: { readonly screen: Screen }) {
  const texts = useTexts({ zh, en });
  const { handOver } = useTablet();
  if (screen.show === 'casting') return null;
  if (isUnfinished(sceneOf(screen))) return <GiveUp />;
  return (
    <p className="tablet-done">
      <button type="button" className="button button-wide button-cast" onClick={handOver}>{texts.done}</button>
    </p>
  );
}

/** With a paper in hand it is asked first: a paper that is cleared comes back only when a scrutineer approves. */
export function GiveUp() {
  const texts = useTexts({ zh, en });
  const { handOver } = useTablet();
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <p className="tablet-done">
        <button type="button" className="link-button" onClick={() => setAsked(true)}>{texts.giveUp}</button>
      </p>
    );
  }
  return (
    <section className="notice tablet-give-up" role="group" aria-labelledby="give-up-title">
      <h2 id="give-up-title">{texts.giveUpTitle}</h2>
      <p>{texts.giveUpText}</p>
      <div className="acts">
        <button type="button" className="button button-quiet" onClick={() => setAsked(false)}>{texts.giveUpBack}</button>
        <button type="button" className="button" onClick={handOver}>{texts.giveUpYes}</button>
      </div>
    </section>
  );
}
