import { useEffect } from 'react';
import { keepingTexts } from '#web/text/console.keeping.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { WorkLine } from '../work-line.tsx';
import { useArchiveWork } from './archive-work.ts';

/** An archive on its way. Leaving the page would break it off, so it asks first. */
export function ArchiveWorkLine() {
  const texts = useTexts(keepingTexts).archive;
  const { congressId } = useConsole();
  const work = useArchiveWork(congressId);
  const making = work.state === 'making';
  useEffect(() => {
    if (!making) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [making]);
  if (work.state === 'none' || work.state === 'saved') return null;
  if (work.state === 'refused') return <WorkLine step="publish" says={texts.broken} back={texts.back} />;
  return <WorkLine step="publish" says={texts.making(work.done, work.of)} done={work.done} of={work.of} back={texts.back} />;
}
