import { useState } from 'react';
import { useTexts } from '../text/language.ts';
import { en } from '../text/public.en.ts';
import { zh } from '../text/public.zh.ts';

type Props = { readonly busy: boolean; readonly onServer: () => void; readonly onFile: (file: File) => void };

/** Where the record comes from: this server, or a file that the reader got elsewhere. */
export function RecountSource({ busy, onServer, onFile }: Props) {
  const texts = useTexts({ zh, en }).recount;
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined && !busy) onFile(file);
  };
  return (
    <>
      <p className="row">
        <button type="button" className="button" disabled={busy} onClick={onServer}>
          {texts.fromServer}
        </button>
      </p>
      <div
        className={over ? 'drop-zone drop-zone-over' : 'drop-zone'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        <label className="field">
          <span>{texts.ownFile}</span>
          <input
            type="file"
            accept=".zip,application/zip"
            disabled={busy}
            onChange={(event) => {
              take(event.target.files);
              // The same file again is another recount.
              event.target.value = '';
            }}
          />
        </label>
        <p className="quiet">{texts.drop}</p>
      </div>
    </>
  );
}
