import type { Project } from '#shared/contract/congress.ts';
import { useLanguage, useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';

/** A candidate project as a large card; touching it anywhere marks it. What is not known is left out, never invented. */
export function ProjectCard({ option, project, selected, onTouch }: {
  readonly option: { readonly number: number; readonly title: string };
  readonly project: Project | null;
  readonly selected: boolean;
  readonly onTouch: () => void;
}) {
  const texts = useTexts({ zh, en });
  return (
    <button type="button" className="card" aria-pressed={selected} onClick={onTouch}>
      <span className="card-mark" aria-hidden="true">{selected ? '✓' : ''}</span>
      <span className="card-text">
        <span className="card-head">
          <span className="card-number">
            {texts.number(option.number)}
            {project?.theme == null ? null : ` · ${project.theme}`}
          </span>
          <span className="card-state">{selected ? texts.selected : ''}</span>
        </span>
        <span className="card-title">{option.title}</span>
        {project === null ? null : <ProjectFacts project={project} />}
      </span>
    </button>
  );
}

function ProjectFacts({ project }: { readonly project: Project }) {
  const texts = useTexts({ zh, en });
  const { language } = useLanguage();
  const figure = (value: number) => value.toLocaleString(language === 'zh' ? 'zh-CN' : 'en');
  const facts = [
    ...project.targets.map(({ what, atLeast, exactly, unit }) => {
      const amount = atLeast === undefined ? figure(exactly ?? 0) : `${texts.atLeast} ${figure(atLeast)}`;
      return `${what}：${amount} ${unit}`;
    }),
    project.investment === null ? null : texts.investment(figure(project.investment)),
    project.responsibleUnit === null ? null : `${texts.responsibleUnit}：${project.responsibleUnit}`,
    project.deadline === null ? null : `${texts.deadline}：${project.deadline}`,
    project.note,
  ].filter((fact) => fact !== null);
  return (
    <span className="card-facts">
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </span>
  );
}
