import type { CallError } from '../api/client.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/frame.en.ts';
import { zh } from '../text/frame.zh.ts';
import { AppearanceSwitch } from './appearance-switch.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { RefusalLine } from './refusal-line.tsx';

/** A page that has nothing to show, because its first question was refused or found no server: why, and the way on. */
export function PageRefusal({ refusal, onAgain }: { readonly refusal: CallError; readonly onAgain: () => void }) {
  const texts = useTexts({ zh, en });
  return (
    <main className="sheet sheet-narrow">
      <p className="page-tools">
        <AppearanceSwitch />
        <LanguageSwitch />
      </p>
      <h1>{texts.pageFaultTitle}</h1>
      <RefusalLine refusal={refusal} />
      <p className="page-tools">
        <button type="button" className="button" onClick={onAgain}>{texts.reloadPage}</button>
        <a className="button button-quiet" href="/">{texts.toFirstPage}</a>
      </p>
    </main>
  );
}
