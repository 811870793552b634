import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ChangeEvent, useState } from 'react';
import { prepareTexts } from '#web/text/console.prepare.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { refreshCongress } from '../day-query.ts';
import { Field, TextField } from '../fields.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { editRoll, rollRefusal, sendRoll, useRollWork } from './roll-work.ts';
import { readSheetText } from './sheet-text.ts';

/** A CSV file or pasted lines: looked over, then all rows or none; bad rows are listed with their lines. */
export function RollImport() {
  const texts = useTexts(prepareTexts).roll;
  const { congressId, token, day } = useConsole();
  const queries = useQueryClient();
  const work = useRollWork(congressId);
  const { csv, state, file, imported } = work;
  // Folded away once there is a roll, unless something of it is unfinished here.
  const [open, setOpen] = useState(day.delegates.length === 0 || csv !== '');
  const takeFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target;
    const chosen = input.files?.[0];
    if (chosen === undefined) return;
    editRoll(congressId, readSheetText(new Uint8Array(await chosen.arrayBuffer())), chosen.name);
    input.value = '';
  };
  const send = async () => {
    await sendRoll(congressId, token, day.delegates.length);
    await refreshCongress(queries, congressId);
  };
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.import}</summary>
      <p>{texts.importHow}</p>
      <pre className="sample" tabIndex={0}>{texts.sample}</pre>
      <Field label={texts.file}>
        <input type="file" accept=".csv,text/csv,text/plain" onChange={(event) => void takeFile(event)} />
      </Field>
      <TextField label={texts.paste} value={csv} rows={6} disabled={state === 'sending'} onChange={(text) => editRoll(congressId, text, null)} />
      <p role="status">
        {state === 'sending' ? texts.work.sending : null}
        {state === 'imported' ? texts.imported(imported) : null}
        {state === 'editing' && file !== null ? texts.fileRead(file) : null}
      </p>
      <RefusalNotice refusal={rollRefusal(work, day)} />
      <Button type="primary" loading={state === 'sending'} disabled={csv.trim() === ''} onClick={() => void send()}>
        {texts.act}
      </Button>
    </details>
  );
}
