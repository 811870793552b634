import { useState } from 'react';
import type { CallError } from '../api/client.ts';
import { saveFile } from '../api/save-file.ts';
import { RefusalLine } from '../components/refusal-line.tsx';
import { useTexts } from '../text/language.ts';
import { en } from '../text/public.en.ts';
import { zh } from '../text/public.zh.ts';
import { downloadRecord, tokenOfReader } from './reader.ts';
import { TrackerLookup } from './tracker-lookup.tsx';

/** The record where the method opens it to this reader: download, recount, and looking a ballot up. */
export function RecordSection({ congressId, open }: { readonly congressId: string; readonly open: boolean }) {
  const texts = useTexts({ zh, en }).record;
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CallError | null>(null);
  const mayRead = open || tokenOfReader(congressId) !== undefined;
  const download = async () => {
    setBusy(true);
    setRefusal(null);
    const zip = await downloadRecord(congressId);
    setBusy(false);
    if (zip.ok) saveFile('record.zip', new Uint8Array(zip.value), 'application/zip');
    else setRefusal(zip.error);
  };
  return (
    <section className="sheet record-section">
      <h2>{texts.title}</h2>
      <p>{mayRead ? texts.text : texts.hall}</p>
      <RefusalLine refusal={refusal} />
      <p className="row">
        {mayRead ? (
          <button type="button" className="button button-quiet" disabled={busy} onClick={() => void download()}>
            {texts.download}
          </button>
        ) : null}
        <a className="button" href={`/p/${congressId}/recount`}>
          {texts.recount}
        </a>
      </p>
      {mayRead ? <TrackerLookup congressId={congressId} /> : null}
    </section>
  );
}
