import type { z } from 'zod';
import type { readOffice } from '#shared/contract/publication.ts';
import { saveFile } from '../api/save-file.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/office.en.ts';
import { type OfficeTexts, zh } from '../text/office.zh.ts';
import { csvText } from './csv.ts';

export type OfficeView = z.infer<typeof readOffice.response>;
type OfficeProject = OfficeView['selected'][number];

/** Selected projects and key work with their figures, equal in size; to be exported and printed. */
export function OfficeLists({ view }: { readonly view: OfficeView }) {
  const texts = useTexts({ zh, en });
  const { congress } = view;
  const save = () => saveFile(texts.fileName(congress.year), csvText(rowsOf(view, texts)), 'text/csv;charset=utf-8');
  return (
    <article className="sheet office-sheet">
      <h1>
        {congress.rehearsal ? `【${texts.rehearsalMark}】` : ''}
        {congress.title}
      </h1>
      <p className="row no-print">
        <button type="button" className="button button-quiet" onClick={() => window.print()}>
          {texts.print}
        </button>
        <button type="button" className="button" onClick={save}>
          {texts.csv}
        </button>
      </p>
      <List kind="selected" title={texts.selected(congress.year)} projects={view.selected} view={view} />
      <List kind="key-work" title={texts.keyWork(congress.method.keyWorkLabel)} projects={view.keyWork} view={view} />
      <h2>{texts.rounds}</h2>
      <ul>
        {view.rounds.map((round) => (
          <li key={round.number}>
            {texts.round(round.number, round.summoned, round.present, round.issued, round.received, round.valid, round.abstained, round.invalid)}
          </li>
        ))}
      </ul>
    </article>
  );
}

type ListProps = {
  readonly kind: 'selected' | 'key-work';
  readonly title: string;
  readonly projects: readonly OfficeProject[];
  readonly view: OfficeView;
};

function List({ kind, title, projects, view }: ListProps) {
  const texts = useTexts({ zh, en });
  const { columns } = texts;
  return (
    <section className={`office-list office-${kind}`}>
      <h2>{title}</h2>
      {projects.length === 0 ? (
        <p>{texts.empty}</p>
      ) : (
        <div className="office-table">
          <table aria-label={title}>
            <thead>
              <tr>
                <th>{columns.number}</th>
                <th>{columns.title}</th>
                <th>{columns.rate}</th>
                <th>{columns.targets}</th>
                <th className="number">{columns.investment}</th>
                <th>{columns.unit}</th>
                <th>{columns.deadline}</th>
              </tr>
            </thead>
            <tbody>
              {projects.map((project) => (
                <tr key={project.id}>
                  <td>{project.number}</td>
                  <td>{project.title}</td>
                  <td className="rate">{rateOf(project, view, texts)}</td>
                  <td>{targetsOf(project, texts)}</td>
                  <td className="number">{project.investment?.toLocaleString('en-US') ?? ''}</td>
                  <td>{project.responsibleUnit ?? ''}</td>
                  <td>{project.deadline ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function rateOf(project: OfficeProject, view: OfficeView, texts: OfficeTexts): string {
  const round = view.rounds.findLast(({ counts }) => counts.some(({ number }) => number === project.number));
  if (project.votes === null || round === undefined) return texts.noVotes;
  return texts.rateOfValid(project.votes, round.valid);
}

function targetsOf(project: OfficeProject, texts: OfficeTexts): string {
  return project.targets.map(({ what, atLeast, exactly, unit }) => texts.target(what, atLeast, exactly, unit)).join('；');
}

function rowsOf(view: OfficeView, texts: OfficeTexts): (string | number | null)[][] {
  const { columns } = texts;
  const head = [
    ...(view.congress.rehearsal ? [texts.rehearsalMark] : []),
    columns.list, columns.number, columns.title, columns.theme, columns.votes, columns.rate, columns.targets,
    columns.investment, columns.unit, columns.deadline, columns.note,
  ];
  const row = (list: string) => (project: OfficeProject) => [
    ...(view.congress.rehearsal ? [texts.rehearsalMark] : []),
    list, project.number, project.title, project.theme, project.votes, rateOf(project, view, texts), targetsOf(project, texts),
    project.investment, project.responsibleUnit, project.deadline, project.note,
  ];
  return [
    head,
    ...view.selected.map(row(texts.selected(view.congress.year))),
    ...view.keyWork.map(row(texts.keyWork(view.congress.method.keyWorkLabel))),
  ];
}
