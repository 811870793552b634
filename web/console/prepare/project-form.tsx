import { Button } from 'antd';
import { useState } from 'react';
import { type Project, addProject, changeProject } from '#shared/contract/congress.ts';
import { prepareTexts } from '#web/text/console.prepare.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { NumberField, TextField } from '../fields.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';
import { type TargetDraft, TargetRows, targetDraftOf, targetOf } from './target-rows.tsx';

type Props = { readonly project: Project | null; readonly number: number; readonly onDone: () => void };

/** One candidate project; what is unknown stays empty and goes out as null. */
export function ProjectForm({ project, number, onDone }: Props) {
  const texts = useTexts(prepareTexts).projects;
  const { congressId } = useConsole();
  const adding = useAct(addProject);
  const changing = useAct(changeProject);
  const [draft, setDraft] = useState(() => draftOf(project, number));
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const save = async () => {
    const body = bodyOf(draft);
    const result =
      project === null
        ? await adding.act({ params: { congressId }, body })
        : await changing.act({ params: { congressId, projectId: project.id }, body });
    if (result?.ok === true) onDone();
  };
  return (
    <form
      className="panel"
      aria-label={project === null ? texts.newTitle : texts.editTitle(project.number)}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>{project === null ? texts.newTitle : texts.editTitle(project.number)}</h2>
      <div className="form-grid">
        <NumberField label={texts.number} value={draft.number} min={1} max={99} onChange={(value) => change({ number: value ?? number })} />
        <TextField label={texts.name} value={draft.title} max={60} onChange={(title) => change({ title })} />
        <TextField label={texts.theme} value={draft.theme} max={40} onChange={(theme) => change({ theme })} />
        <NumberField label={texts.investment} value={draft.investment} max={9_000_000_000_000} onChange={(investment) => change({ investment })} />
        <TextField label={texts.responsibleUnit} value={draft.responsibleUnit} max={60} onChange={(responsibleUnit) => change({ responsibleUnit })} />
        <TextField label={texts.deadline} value={draft.deadline} max={40} onChange={(deadline) => change({ deadline })} />
      </div>
      <TextField label={texts.note} value={draft.note} max={200} onChange={(note) => change({ note })} />
      <TargetRows targets={draft.targets} onChange={(targets) => change({ targets })} />
      <RefusalNotice refusal={adding.refusal ?? changing.refusal} />
      <div className="row">
        <Button onClick={onDone}>{texts.cancel}</Button>
        <Button type="primary" htmlType="submit" loading={adding.busy || changing.busy} disabled={draft.title.trim() === ''}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}

type Draft = {
  readonly number: number;
  readonly title: string;
  readonly theme: string;
  readonly investment: number | null;
  readonly responsibleUnit: string;
  readonly deadline: string;
  readonly note: string;
  readonly targets: readonly TargetDraft[];
};

function draftOf(project: Project | null, number: number): Draft {
  return {
    number,
    title: project?.title ?? '',
    theme: project?.theme ?? '',
    investment: project?.investment ?? null,
    responsibleUnit: project?.responsibleUnit ?? '',
    deadline: project?.deadline ?? '',
    note: project?.note ?? '',
    targets: project?.targets.map(targetDraftOf) ?? [],
  };
}

function bodyOf(draft: Draft) {
  const orNull = (text: string) => (text.trim() === '' ? null : text);
  return {
    number: draft.number,
    title: draft.title,
    investment: draft.investment,
    theme: orNull(draft.theme),
    responsibleUnit: orNull(draft.responsibleUnit),
    deadline: orNull(draft.deadline),
    note: orNull(draft.note),
    targets: draft.targets.filter((target) => target.what.trim() !== '').map(targetOf),
  };
}
