import { projectTexts } from '#web/text/console.sheet.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { WorkLine } from '../work-line.tsx';
import { projectWork } from './project-work.ts';

/** A file of candidate projects on its way, or looked over and not imported. */
export function ProjectWorkLine() {
  const texts = useTexts(projectTexts);
  const { congressId } = useConsole();
  const { state } = projectWork.use(congressId);
  return state === 'none' || state === 'done' ? null : <WorkLine step="projects" says={texts.work[state]} back={texts.back} />;
}
