import { prepareTexts } from '#web/text/console.prepare.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { WorkLine } from '../work-line.tsx';
import { useRollWork } from './roll-work.ts';

/** A roll on its way, refused, or read and not sent. */
export function RollWorkLine() {
  const texts = useTexts(prepareTexts).roll;
  const { congressId } = useConsole();
  const { state, csv } = useRollWork(congressId);
  if (state === 'imported' || (state === 'editing' && csv.trim() === '')) return null;
  return <WorkLine step="roll" says={texts.work[state]} back={texts.backToRoll} />;
}
