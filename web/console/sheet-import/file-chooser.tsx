import { Button } from 'antd';
import { type DragEvent, useState } from 'react';
import { sheetTexts } from '#web/text/console.sheet.ts';
import { useLanguage, useTexts } from '#web/text/language.ts';
import { addressOf } from '#web/api/address.ts';
import { FilePick } from '#web/components/file-pick.tsx';
import { sheetTemplate } from '#shared/contract/sheet-file.ts';
import { TextField } from '../fields.tsx';

/** The older formats are offered too: who chooses one is told how to save it anew. */
const ACCEPT = '.xlsx,.csv,.txt,.tsv,.xls,.et';

type Props = { readonly template: 'roll.xlsx' | 'projects.xlsx'; readonly busy: boolean; readonly onFile: (file: File) => void };

/** A table is chosen, dropped, or pasted; the template shows what it should look like. */
export function FileChooser({ template, busy, onFile }: Props) {
  const texts = useTexts(sheetTexts).file;
  const { language } = useLanguage();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined && !busy) onFile(file);
  };
  const dragOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <>
      <div className={over ? 'file-drop file-drop-over' : 'file-drop'} onDragOver={dragOver} onDragLeave={() => setOver(false)} onDrop={drop}>
        <FilePick label={texts.choose} act={texts.act} accept={ACCEPT} disabled={busy} onFile={onFile} />
        <small className="quiet">{texts.hint}</small>
        <a className="file-template" href={addressOf(sheetTemplate, { params: { template }, query: { language } })} download>
          {texts.template[template]}
        </a>
      </div>
      <PastedTable busy={busy} onFile={onFile} />
    </>
  );
}

/** Cells copied in an office program come as lines of text with tabs: a file like any other. */
function PastedTable({ busy, onFile }: Pick<Props, 'busy' | 'onFile'>) {
  const texts = useTexts(sheetTexts).file;
  const [text, setText] = useState('');
  return (
    <details className="pasted-table">
      <summary>{texts.paste}</summary>
      <TextField label={texts.pasteHere} value={text} rows={5} disabled={busy} onChange={setText} />
      <Button disabled={busy || text.trim() === ''} onClick={() => onFile(new File([text], texts.pasted))}>
        {texts.lookOverPasted}
      </Button>
    </details>
  );
}
