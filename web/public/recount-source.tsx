import { useState } from 'react';
import { FilePick } from '../components/file-pick.tsx';
import { useTexts } from '../text/language.ts';
import { en } from '../text/public.en.ts';
import { zh } from '../text/public.zh.ts';

type Props = {
  readonly busy: boolean;
  /** Null where the method keeps the server's record for the hall and nobody of it is signed in here. */
  readonly onServer: (() => void) | null;
  readonly onFile: (file: File) => void;
};

/** Where the record comes from: this server, or a file that the reader got elsewhere. */
export function RecountSource({ busy, onServer, onFile }: Props) {
  const texts = useTexts({ zh, en }).recount;
  const [over, setOver] = useState(false);
  return (
    <>
      {onServer === null ? (
        <p className="notice">{texts.hall}</p>
      ) : (
        <p className="row">
          <button type="button" className="button" disabled={busy} onClick={onServer}>
            {texts.fromServer}
          </button>
        </p>
      )}
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
          const file = event.dataTransfer.files[0];
          if (file !== undefined && !busy) onFile(file);
        }}
      >
        <FilePick label={texts.ownFile} act={texts.choose} accept=".zip,application/zip" disabled={busy} onFile={onFile} />
        <p className="quiet">{texts.drop}</p>
      </div>
    </>
  );
}
