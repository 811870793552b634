import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { RollPreview } from '#shared/contract/sheet-file.ts';
import { rollTexts } from '#web/text/console.sheet.ts';
import { useLanguage, useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { refreshCongress } from '../day-query.ts';
import { ImportAct } from '../sheet-import/import-act.tsx';
import { PreviewCounts } from '../sheet-import/preview-counts.tsx';
import { countOf } from '../sheet-import/preview-row.ts';
import { PreviewTable } from '../sheet-import/preview-table.tsx';
import { SheetImport } from '../sheet-import/sheet-import.tsx';
import { rollRows, strikeCounts } from './roll-preview.ts';
import { rollWork } from './roll-work.ts';

/** A roll from an office's table: looked over, compared with the roll as it is, then all or nothing. */
export function RollImport() {
  const texts = useTexts(rollTexts);
  const { congressId, token, day } = useConsole();
  const queries = useQueryClient();
  const work = rollWork.use(congressId);
  // Folded away once there is a roll, unless something of it is unfinished here.
  const [open, setOpen] = useState(day.delegates.length === 0 || work.state !== 'none');
  const carryOut = async (strikeMissing: boolean) => {
    await rollWork.carryOut(congressId, token, { strikeMissing });
    await refreshCongress(queries, congressId);
  };
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.title}</summary>
      <p>{texts.how}</p>
      <SheetImport
        template="roll.xlsx"
        work={work}
        says={texts.says}
        onFile={(file) => void rollWork.choose(congressId, token, file)}
        onAgain={() => void rollWork.again(congressId, token)}
        onPutAway={() => rollWork.putAway(congressId)}
      >
        {(preview) => <RollPreviewPart key={preview.plan} preview={preview} busy={work.state === 'sending'} onImport={(strike) => void carryOut(strike)} />}
      </SheetImport>
    </details>
  );
}

type PartProps = { readonly preview: RollPreview; readonly busy: boolean; readonly onImport: (strikeMissing: boolean) => void };

function RollPreviewPart({ preview, busy, onImport }: PartProps) {
  const texts = useTexts(rollTexts);
  const { language } = useLanguage();
  const { day } = useConsole();
  const [strike, setStrike] = useState(false);
  const rows = useMemo(() => rollRows(preview, texts, language), [preview, texts, language]);
  const problems = countOf(rows, 'problem');
  const struck = strikeCounts(preview);
  const { added, changed } = preview;
  const does = added.length + changed.length > 0 || strike;
  return (
    <>
      <PreviewCounts rows={rows} same={preview.same} />
      <PreviewTable rows={rows} />
      {problems > 0 || struck.people === 0 ? null : (
        <fieldset>
          <legend>{texts.strikeTitle(struck.people)}</legend>
          <label className="row">
            <input type="checkbox" checked={strike} disabled={busy || struck.scrutineers.length > 0} onChange={(event) => setStrike(event.target.checked)} />
            {texts.strike(struck.people)}
          </label>
          <p className="quiet">{struck.scrutineers.length > 0 ? texts.strikeNot(struck.scrutineers) : texts.strikeSays(struck)}</p>
        </fieldset>
      )}
      <ImportAct
        problems={problems}
        plan={does ? texts.plan({ added: added.length, changed: changed.length, struck: strike ? struck.people : 0 }) : null}
        nothing={struck.people > 0 ? texts.onlyMissing : texts.nothing}
        label={texts.act}
        follows={strike ? { says: texts.strikeConfirm(struck.people, day.delegates.length, day.delegates.length + added.length - struck.people), yes: texts.actYes } : null}
        busy={busy}
        onImport={() => onImport(strike)}
      />
    </>
  );
}
