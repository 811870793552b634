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
      <span className="card-head">
        <span className="card-number">{texts.number(option.number)}</span>
        {project?.theme == null ? null : <span className="card-theme" lang="zh-CN">{project.theme}</span>}
        <span className="card-state" data-private>{selected ? texts.selected : ''}</span>
      </span>
      <span className="card-title" lang="zh-CN">{option.title}</span>
      {project === null ? null : <span className="card-facts"><ProjectFacts project={project} /></span>}
    </button>
  );
}

function ProjectFacts({ project }: { readonly project: Project }) {
  const texts = useTexts({ zh, en });
  const { language } = useLanguage();
  const figure = (value: number) => value.toLocaleString(language === 'zh' ? 'zh-CN' : 'en');
  const targets = project.targets.map(({ what, atLeast, exactly, unit }) => {
    const amount = `${figure(atLeast ?? exactly ?? 0)} ${unit}`;
    return { what, amount: atLeast === undefined ? amount : `${texts.atLeast} ${amount}` };
  });
  const facts = [
    project.investment === null ? null : texts.investment(figure(project.investment)),
    project.responsibleUnit === null ? null : `${texts.responsibleUnit}：${project.responsibleUnit}`,
    project.deadline === null ? null : `${texts.deadline}：${project.deadline}`,
    project.note,
  ].filter((fact) => fact !== null);
  return (
    <>
      {targets.map(({ what, amount }) => (
        <span key={what} className="card-target">
          <span lang="zh-CN">{what}</span> <b>{amount}</b>
        </span>
      ))}
      {facts.map((fact) => (
        <span key={fact} className="card-fact">{fact}</span>
      ))}
    </>
  );
}
