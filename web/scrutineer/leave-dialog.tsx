import { useRef } from 'react';
import { useTexts } from '../text/language.ts';
import { en } from '../text/scrutineer.en.ts';
import { zh } from '../text/scrutineer.zh.ts';

/** Leaving clears the keys; what that means is said before it is done. */
export function LeaveDialog({ rehearsal, onLeave }: { readonly rehearsal: boolean; readonly onLeave: () => void }) {
  const texts = useTexts({ zh, en }).leave;
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" className="button button-quiet" onClick={() => dialog.current?.showModal()}>
        {texts.open}
      </button>
      <dialog ref={dialog} className="sheet leave-dialog" aria-labelledby="leave-title">
        <h2 id="leave-title">{texts.title}</h2>
        <ul>
          {[...texts.text, ...(rehearsal ? [] : [texts.stays])].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p className="card-acts">
          <button type="button" className="button button-quiet" onClick={() => dialog.current?.close()}>
            {texts.back}
          </button>
          <button type="button" className="button" onClick={onLeave}>
            {texts.act}
          </button>
        </p>
      </dialog>
    </>
  );
}
