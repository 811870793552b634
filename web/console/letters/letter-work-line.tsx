import { useEffect } from 'react';
import { letterTexts } from '#web/text/console.letters.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { WorkLine } from '../work-line.tsx';
import { endLetters, useLetterWork } from './letter-work.ts';
import { endReissue, useReissue } from './reissue-work.ts';

/** Letters in the making or not yet registered. Leaving the page asks first; signing out wipes their secrets. */
export function LetterWorkLine() {
  const texts = useTexts(letterTexts);
  const { congressId } = useConsole();
  const work = useLetterWork(congressId);
  const reissue = useReissue(congressId);
  const held = work !== null || reissue !== null;
  useEffect(() => {
    if (!held) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [held]);
  useEffect(
    () => () => {
      endLetters(congressId);
      endReissue(congressId);
    },
    [congressId],
  );
  if (work === null) return null;
  if (work.state === 'pending') {
    const { delegation, letters } = work.batch;
    return <WorkLine step="letters" says={texts.unregistered(delegation, letters.length)} back={texts.backToLetters} />;
  }
  const { delegation, done, of } = work;
  return <WorkLine step="letters" says={texts.making(delegation, done, of)} done={done} of={of} back={texts.backToLetters} />;
}
