import type { ProjectsPreview } from '#shared/contract/sheet-file.ts';
import type { prepareTexts } from '#web/text/console.prepare.ts';
import type { projectTexts } from '#web/text/console.sheet.ts';
import type { Language } from '#web/text/language.ts';
import { type PreviewRow, inOrder, problemRows } from '../sheet-import/preview-row.ts';
import { targetWords } from './target-words.ts';

type Texts = (typeof projectTexts)[Language];
type Words = (typeof prepareTexts)[Language]['projects'];
type Project = ProjectsPreview['projects'][number]['project'];

/** What a file of candidate projects holds, project by project, as it was understood. */
export function projectRows({ problems, source, projects, removed }: ProjectsPreview, texts: Texts, words: Words, language: Language): readonly PreviewRow[] {
  return inOrder([
    ...problemRows(problems, source, language),
    ...removed.map(({ number, title }) => ({ key: `removed-${String(number)}`, kind: 'missing' as const, line: null, column: null, what: `${String(number)}. ${title}`, says: texts.removed })),
    ...projects.map(({ line, change, project }) => ({ key: `project-${String(project.number)}`, kind: change, line, column: null, what: `${String(project.number)}. ${project.title}`, says: factsOf(project, words) })),
  ]);
}

/** What the file says of the project; what it does not say stays empty and is left out. */
function factsOf({ theme, targets, investment, responsibleUnit, deadline, note }: Project, words: Words): string {
  const facts = [
    theme,
    ...targets.map((target) => targetWords(target, words.target)),
    investment === null ? null : `${words.investment} ${investment.toLocaleString('zh-CN')}`,
    responsibleUnit === null ? null : `${words.responsibleUnit} ${responsibleUnit}`,
    deadline === null ? null : `${words.deadline} ${deadline}`,
    note,
  ];
  return facts.filter((one) => one !== null).join('；');
}
