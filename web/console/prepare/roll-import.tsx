import { Button } from 'antd';
import { type ChangeEvent, useState } from 'react';
import { importRoll } from '#shared/contract/roll.ts';
import { prepareTexts } from '#web/text/console.prepare.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { Field, TextField } from '../fields.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';
import { readSheetText } from './sheet-text.ts';

/** A CSV file or pasted lines: looked over, then all rows or none; bad rows are listed with their lines. */
export function RollImport() {
  const texts = useTexts(prepareTexts).roll;
  const { congressId } = useConsole();
  const [csv, setCsv] = useState('');
  const [note, setNote] = useState('');
  const { act, busy, refusal, forgetRefusal } = useAct(importRoll);
  const takeFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target;
    const file = input.files?.[0];
    if (file === undefined) return;
    setCsv(readSheetText(new Uint8Array(await file.arrayBuffer())));
    setNote(texts.fileRead(file.name));
    forgetRefusal();
    input.value = '';
  };
  const send = async () => {
    const result = await act({ params: { congressId }, body: { csv } });
    if (result?.ok !== true) return;
    setNote(texts.imported(result.value.imported));
    setCsv('');
  };
  return (
    <section aria-label={texts.import}>
      <h2>{texts.import}</h2>
      <p>{texts.importHow}</p>
      <pre className="sample">{texts.sample}</pre>
      <Field label={texts.file}>
        <input type="file" accept=".csv,text/csv,text/plain" onChange={(event) => void takeFile(event)} />
      </Field>
      <TextField label={texts.paste} value={csv} rows={6} onChange={setCsv} />
      <p role="status">{note}</p>
      <RefusalNotice refusal={refusal} />
      <Button type="primary" loading={busy} disabled={csv.trim() === ''} onClick={() => void send()}>
        {texts.act}
      </Button>
    </section>
  );
}
