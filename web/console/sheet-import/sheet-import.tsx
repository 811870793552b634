import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import type { SheetSource } from '#shared/contract/sheet-file.ts';
import { sheetTexts } from '#web/text/console.sheet.ts';
import type { CallError } from '#web/api/client.ts';
import { useLanguage, useTexts } from '#web/text/language.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { FileChooser } from './file-chooser.tsx';
import type { SheetWork } from './sheet-work.ts';

type Props<Preview, Done> = {
  readonly template: 'roll.xlsx' | 'projects.xlsx';
  readonly work: SheetWork<Preview, Done>;
  /** What goes on, in words. */
  readonly says: Readonly<Record<'reading' | 'sending', string>> & { readonly done: (done: Done) => string };
  readonly onFile: (file: File) => void;
  readonly onAgain: () => void;
  readonly onPutAway: () => void;
  /** What the file would do, and the act. */
  readonly children: (preview: Preview) => ReactNode;
};

/** One file: chosen, looked over, mended and chosen again, imported. */
export function SheetImport<Preview extends { readonly source: SheetSource }, Done>({ template, work, says, onFile, onAgain, onPutAway, children }: Props<Preview, Done>) {
  const texts = useTexts(sheetTexts);
  const { state, name, preview, refusal, done } = work;
  const busy = state === 'reading' || state === 'sending';
  const unanswered = refusal?.code === 'unreachable';
  return (
    <>
      <FileChooser template={template} busy={busy} onFile={onFile} />
      <div role="status" className="sheet-status">
        {busy ? <p>{says[state]}</p> : null}
        {state === 'done' && done !== null ? <p className="sheet-done">{says.done(done)}</p> : null}
      </div>
      {busy ? <progress aria-label={says[state]} /> : null}
      {state === 'read' || state === 'sending' ? (
        <div className="sheet-preview">
          <PreviewHead name={name} turn={work.turn} source={preview?.source ?? null} />
          <FileRefusal refusal={refusal} />
          {unanswered ? <Button onClick={onAgain}>{texts.preview.again}</Button> : null}
          {preview === null || unanswered ? null : children(preview)}
          <Button className="sheet-put-away" disabled={busy} onClick={onPutAway}>
            {texts.preview.putAway}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** A file that cannot be read at all has one reason, and no row to look at. */
function FileRefusal({ refusal }: { readonly refusal: CallError | null }) {
  const { language } = useLanguage();
  const [first] = refusal === null || refusal.code === 'unreachable' ? [] : (refusal.rows ?? []);
  if (first?.field !== 'file') return <RefusalNotice refusal={refusal} />;
  return (
    <p className="notice" role="alert">
      {first.message[language]}
    </p>
  );
}

/** Which file, and how it was understood. Keyboard and reader go on here once it was read. */
function PreviewHead({ name, turn, source }: { readonly name: string; readonly turn: number; readonly source: SheetSource | null }) {
  const texts = useTexts(sheetTexts).preview;
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), [turn]);
  return (
    <>
      <h2 ref={head} tabIndex={-1}>
        {texts.of(name)}
      </h2>
      {source === null ? null : (
        <p className="quiet">
          {source.sheet === null ? texts.readText(source.rows) : texts.readSheet(source.sheet, source.rows)}
          {Object.keys(source.columns).length === 0 ? null : texts.columns(Object.values(source.columns))}
          {source.ignored.length === 0 ? null : texts.ignored(source.ignored)}
        </p>
      )}
    </>
  );
}
