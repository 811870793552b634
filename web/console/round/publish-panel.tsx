import { publish } from '#shared/contract/congress.ts';
import { roundTexts } from '#web/text/console.round.ts';
import { useTexts } from '#web/text/language.ts';
import { ArchivePanel } from '../archive/archive-panel.tsx';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole } from '../console-context.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';

/** The two lists as they were decided, and their publication. */
export function PublishPanel() {
  const texts = useTexts(roundTexts).publish;
  const { congressId, day } = useConsole();
  const { state, projects, method } = day.congress;
  const { act, busy, refusal } = useAct(publish, (now) => now.congress.state === 'published');
  if (state !== 'decided' && state !== 'published') return <p className="quiet">{texts.decidedNotYet}</p>;
  const listOf = (standing: string) => projects.filter((project) => project.standing === standing);
  return (
    <section className="panel">
      <p>{state === 'published' ? texts.done : texts.what}</p>
      <ProjectList title={texts.selected} projects={listOf('selected')} />
      <ProjectList title={method.keyWorkLabel} projects={listOf('key-work')} />
      {state === 'decided' ? (
        <ConfirmedAct label={texts.act} says={texts.says} yes={texts.yes} busy={busy} onYes={() => act({ params: { congressId } })} />
      ) : (
        <a className="button button-quiet" href={`/p/${congressId}`} target="_blank" rel="noreferrer">
          {texts.open}
        </a>
      )}
      <RefusalNotice refusal={refusal} />
      {state === 'published' ? <ArchivePanel /> : null}
    </section>
  );
}

function ProjectList({ title, projects }: { readonly title: string; readonly projects: readonly { id: string; number: number; title: string }[] }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ol>
        {projects.map((project) => (
          <li key={project.id} value={project.number}>
            {project.title}
          </li>
        ))}
      </ol>
    </section>
  );
}
