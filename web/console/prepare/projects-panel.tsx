import { Button } from 'antd';
import { useState } from 'react';
import { type Project, orderProjects, removeProject } from '#shared/contract/congress.ts';
import { prepareTexts } from '#web/text/console.prepare.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole, usePreparing } from '../console-context.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { SearchTable } from '../table/search-table.tsx';
import { useAct } from '../use-act.ts';
import { FactsForm } from './facts-form.tsx';
import { FrozenNotice } from './frozen-notice.tsx';
import { ProjectForm } from './project-form.tsx';
import { ProjectImport } from './project-import.tsx';
import { ProjectMoves } from './project-moves.tsx';
import { projectWork } from './project-work.ts';
import { targetWords } from './target-words.ts';

/** The congress's facts and its candidate projects in official order. */
export function ProjectsPanel() {
  const texts = useTexts(prepareTexts).projects;
  const { congressId, day } = useConsole();
  const preparing = usePreparing();
  const [editing, setEditing] = useState<Project | 'new' | null>(null);
  // While a file waits to be imported, that is the one act at hand.
  const importing = projectWork.use(congressId).state === 'read';
  const { projects } = day.congress;
  const nextNumber = Math.max(0, ...projects.map((project) => project.number)) + 1;
  return (
    <section className="panel">
      <FrozenNotice />
      <FactsForm />
      <h2>{texts.title}</h2>
      <p className="quiet">{texts.order}</p>
      {preparing && editing === null ? <ProjectImport /> : null}
      {editing === null ? (
        <>
          <ProjectTable onEdit={setEditing} />
          {preparing ? (
            <Button type={importing ? 'default' : 'primary'} onClick={() => setEditing('new')}>
              {texts.add}
            </Button>
          ) : null}
        </>
      ) : (
        <ProjectForm
          project={editing === 'new' ? null : editing}
          number={editing === 'new' ? nextNumber : editing.number}
          onDone={() => setEditing(null)}
        />
      )}
    </section>
  );
}

function ProjectTable({ onEdit }: { readonly onEdit: (project: Project) => void }) {
  const texts = useTexts(prepareTexts);
  const { congressId, day } = useConsole();
  const preparing = usePreparing();
  const removing = useAct(removeProject);
  const ordering = useAct(orderProjects);
  const [said, setSaid] = useState('');
  const projects = day.congress.projects.toSorted((a, b) => a.number - b.number);
  const order = async (next: readonly Project[], moved: Project) => {
    const result = await ordering.act({ params: { congressId }, body: { projectIds: next.map(({ id }) => id) } });
    if (result?.ok === true) setSaid(texts.projects.moved(moved.title, next.indexOf(moved) + 1));
  };
  const acts = (project: Project) => (
    <span className="row">
      <ProjectMoves project={project} projects={projects} onOrder={(next, moved) => void order(next, moved)} />
      <Button aria-label={texts.projects.edit(project.number)} onClick={() => onEdit(project)}>
        {texts.projects.editShort}
      </Button>
      <ConfirmedAct
        quiet
        label={texts.projects.removeShort}
        name={texts.projects.remove(project.number)}
        says={texts.projects.removeConfirm(project.title)}
        yes={texts.projects.removeYes}
        busy={removing.busy}
        onYes={() => removing.act({ params: { congressId, projectId: project.id } })}
      />
    </span>
  );
  return (
    <>
      <SearchTable
        name={texts.projects.title}
        rows={projects}
        keyOf={(project) => project.id}
        nameOf={(project) => project.title}
        textOf={(project) => [String(project.number), project.title, project.theme ?? '', project.responsibleUnit ?? '']}
        search={texts.projects.search}
        empty={texts.projects.empty}
        columns={[
          { title: texts.projects.number, dataIndex: 'number' },
          { title: texts.projects.name, dataIndex: 'title', className: 'wrap' },
          { title: texts.projects.targets, dataIndex: 'targets', className: 'wrap', responsive: ['md'], render: (_, project) => project.targets.map((target) => targetWords(target, texts.projects.target)).join('；') },
          { title: texts.projects.responsibleUnit, dataIndex: 'responsibleUnit', className: 'wrap', responsive: ['lg'], render: (_, project) => project.responsibleUnit ?? texts.projects.unknown },
          ...(preparing ? [{ title: texts.projects.acts, key: 'acts', render: (_: unknown, project: Project) => acts(project) }] : []),
        ]}
      />
      <p role="status" className="visually-hidden">
        {said}
      </p>
      <RefusalNotice refusal={removing.refusal ?? ordering.refusal} />
    </>
  );
}
