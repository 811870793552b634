import { rollTexts } from '#web/text/console.sheet.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { WorkLine } from '../work-line.tsx';
import { rollWork } from './roll-work.ts';

/** A roll file on its way, or looked over and not imported. */
export function RollWorkLine() {
  const texts = useTexts(rollTexts);
  const { congressId } = useConsole();
  const { state } = rollWork.use(congressId);
  return state === 'none' || state === 'done' ? null : <WorkLine step="roll" says={texts.work[state]} back={texts.back} />;
}
