import type { Facts, ProjectFacts } from './facts.ts';
import type { Cell, Column, Document, Table } from './model.ts';
import { column, documentOf, paragraph, table } from './parts.ts';
import { targetsWords } from './words.ts';

const YUAN_PER_WAN = 10_000;

const COLUMNS: readonly Column[] = [
  column('序号', 1, 'center'),
  column('项目名称', 5),
  column('建设内容', 4.5),
  column('量化目标', 5.5),
  column('总投资\n（万元）', 2, 'end'),
  column('责任单位', 3),
  column('完成时限', 2.4, 'center'),
];

/** 项目清单: the candidates; once the congress is decided, the selected projects and the key work. Unknown stays empty. */
export function projectList(facts: Facts): Document {
  const decided = isDecided(facts);
  return documentOf('project-list', facts, null, {
    ...(decided ? { title: '民生实事项目和重点工作清单' } : {}),
    kind: 'form',
    landscape: true,
    blocks: decided ? decidedTables(facts) : [projectTable(facts.projects, null), paragraph('排名不分先后。', 'plain')],
  });
}

export function isDecided({ congress }: Facts): boolean {
  return congress.state === 'decided' || congress.state === 'published';
}

function decidedTables(facts: Facts): readonly Table[] {
  const of = (standing: ProjectFacts['standing']) => facts.projects.filter((project) => project.standing === standing);
  const { year, method } = facts.congress;
  return [projectTable(of('selected'), `${year}年度民生实事项目`), projectTable(of('key-work'), method.keyWorkLabel)];
}

function projectTable(projects: readonly ProjectFacts[], caption: string | null): Table {
  return table(COLUMNS, projects.map(projectRow), { caption });
}

function projectRow(project: ProjectFacts): readonly Cell[] {
  const { number, title, theme, note, investment, responsibleUnit, deadline } = project;
  const named = theme === null ? title : `${title}（${theme}）`;
  const wan = investment === null ? null : investment / YUAN_PER_WAN;
  return [number, named, note, targetsWords(project), wan, responsibleUnit, deadline];
}
