import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ProjectsPreview } from '#shared/contract/sheet-file.ts';
import { projectTexts } from '#web/text/console.sheet.ts';
import { prepareTexts } from '#web/text/console.prepare.ts';
import { useLanguage, useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { refreshCongress } from '../day-query.ts';
import { ImportAct } from '../sheet-import/import-act.tsx';
import { PreviewCounts } from '../sheet-import/preview-counts.tsx';
import { countOf } from '../sheet-import/preview-row.ts';
import { PreviewTable } from '../sheet-import/preview-table.tsx';
import { SheetImport } from '../sheet-import/sheet-import.tsx';
import { projectRows } from './project-preview.ts';
import { projectWork } from './project-work.ts';

/** Candidate projects from an office's table: looked over, then put in place of those that stand there. */
export function ProjectImport() {
  const texts = useTexts(projectTexts);
  const { congressId, token, day } = useConsole();
  const queries = useQueryClient();
  const work = projectWork.use(congressId);
  const [open, setOpen] = useState(day.congress.projects.length === 0 || work.state !== 'none');
  const carryOut = async () => {
    await projectWork.carryOut(congressId, token, null);
    await refreshCongress(queries, congressId);
  };
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.title}</summary>
      <p>{texts.how}</p>
      <SheetImport
        template="projects.xlsx"
        work={work}
        says={texts.says}
        onFile={(file) => void projectWork.choose(congressId, token, file)}
        onAgain={() => void projectWork.again(congressId, token)}
        onPutAway={() => projectWork.putAway(congressId)}
      >
        {(preview) => <ProjectPreviewPart preview={preview} busy={work.state === 'sending'} onImport={() => void carryOut()} />}
      </SheetImport>
    </details>
  );
}

type PartProps = { readonly preview: ProjectsPreview; readonly busy: boolean; readonly onImport: () => void };

function ProjectPreviewPart({ preview, busy, onImport }: PartProps) {
  const texts = useTexts(projectTexts);
  const words = useTexts(prepareTexts).projects;
  const { language } = useLanguage();
  const rows = useMemo(() => projectRows(preview, texts, words, language), [preview, texts, words, language]);
  const [added, changed, removed] = [countOf(rows, 'added'), countOf(rows, 'changed'), preview.removed.length];
  return (
    <>
      <PreviewCounts rows={rows} same={countOf(rows, 'same')} />
      <PreviewTable rows={rows} />
      <ImportAct
        problems={countOf(rows, 'problem')}
        plan={added + changed + removed > 0 ? texts.plan({ all: preview.projects.length, added, changed, removed }) : null}
        nothing={texts.nothing}
        label={texts.act}
        follows={removed > 0 ? { says: texts.removeConfirm(preview.removed.map(({ number, title }) => `${number}. ${title}`)), yes: texts.actYes } : null}
        busy={busy}
        onImport={onImport}
      />
    </>
  );
}
