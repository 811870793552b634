import type { z } from 'zod';
import type { readOffice } from '#shared/contract/publication.ts';
import { saveFile } from '../api/save-file.ts';
import { DocumentLinks } from '../components/document-links.tsx';
import { Fingerprint } from '../components/fingerprint.tsx';
import { useTexts } from '../text/language.ts';
import { en } from '../text/office.en.ts';
import { type OfficeTexts, zh } from '../text/office.zh.ts';
import { csvText } from '#shared/document/csv.ts';

export type OfficeView = z.infer<typeof readOffice.response>;
/** What the office carries out and files. */
const DOCUMENTS = ['project-list', 'announcement', 'result-sheet'] as const;
type OfficeProject = OfficeView['selected'][number];

/** Selected projects and key work with their figures, equal in size; to be exported and printed. */
export function OfficeLists({ view, token }: { readonly view: OfficeView; readonly token: string }) {
  const texts = useTexts({ zh, en });
  const { congress } = view;
  const save = () => saveFile(texts.fileName(congress.year), csvText(rowsOf(view, texts)), 'text/csv;charset=utf-8');
  return (
    <article className="sheet office-sheet">
      <h1 className="any-break">
        {congress.rehearsal ? `【${texts.rehearsalMark}】` : ''}
        {congress.title}
      </h1>
      <p className={congress.state === 'published' ? 'quiet' : 'notice'}>{congress.state === 'published' ? texts.published : texts.notPublished}</p>
      <p className="row no-print">
        <button type="button" className="button button-quiet" onClick={() => window.print()}>
          {texts.print}
        </button>
        <button type="button" className="button" onClick={save}>
          {texts.csv}
        </button>
      </p>
      <DocumentLinks congressId={congress.id} token={token} rehearsal={congress.rehearsal} names={DOCUMENTS} asOf={congress.state} />
      <List kind="selected" title={texts.selected(congress.year)} projects={view.selected} view={view} />
      <List kind="key-work" title={texts.keyWork(congress.method.keyWorkLabel)} projects={view.keyWork} view={view} />
      <h2>{texts.rounds}</h2>
      <ul className="office-rounds">
        {view.rounds.map((round) => (
          <li key={round.number}>
            <p>{texts.round(round.number, round.summoned, round.present, round.issued, round.received, round.valid, round.abstained, round.invalid)}</p>
            {round.hand === true ? <p className="notice">{texts.hand}</p> : null}
            {round.ruling === null ? null : <p>{texts.ruling(round.ruling.by, round.ruling.text, round.ruling.reason)}</p>}
            <p className="quiet">
              <Fingerprint characters={round.fingerprint} /> {texts.outcomeHash} <code className="office-hash">{round.outcomeHash}</code>
            </p>
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
  return (
    <section className={`office-list office-${kind}`}>
      <h2>{texts.listTitle(title, projects.length)}</h2>
      {projects.length === 0 ? <p>{texts.empty}</p> : <ProjectTable title={title} projects={projects} view={view} />}
    </section>
  );
}

const COLUMNS = ['number', 'title', 'rate', 'targets', 'investment', 'unit', 'deadline'] as const;

/** A table where there is room and a card for each project on a phone; the roles say that it stays a table. */
function ProjectTable({ title, projects, view }: Pick<ListProps, 'title' | 'projects' | 'view'>) {
  const { columns, unknown } = useTexts({ zh, en });
  return (
    <table role="table" aria-label={title} className="office-table">
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((column) => (
            <th key={column} role="columnheader" scope="col" className={`office-${column}`}>
              {columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {projects.map((project) => (
          <ProjectRow key={project.id} project={project} view={view} unknown={unknown} columns={columns} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { readonly project: OfficeProject; readonly view: OfficeView; readonly unknown: string; readonly columns: OfficeTexts['columns'] };

function ProjectRow({ project, view, unknown, columns }: RowProps) {
  const texts = useTexts({ zh, en });
  const cells = {
    number: String(project.number),
    title: project.title,
    rate: rateOf(project, view, texts),
    targets: targetsOf(project, texts),
    investment: project.investment?.toLocaleString('en-US') ?? '',
    unit: project.responsibleUnit ?? '',
    deadline: project.deadline ?? '',
  };
  return (
    <tr role="row">
      {COLUMNS.map((column) => (
        <td key={column} role="cell" className={`office-${column}`} data-label={columns[column]}>
          {cells[column] === '' ? <span className="office-unknown">{unknown}</span> : cells[column]}
        </td>
      ))}
    </tr>
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
