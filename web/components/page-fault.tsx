import { useTexts } from '../text/language.ts';
import { en } from '../text/frame.en.ts';
import { zh } from '../text/frame.zh.ts';

/** A page that could not be shown: an unknown address, or a fault of ours. Nothing a person entered at the server is touched. */
export function PageFault() {
  const texts = useTexts({ zh, en });
  return (
    <main className="sheet sheet-narrow">
      <div role="alert">
        <h1>{texts.pageFaultTitle}</h1>
        <p>{texts.pageFaultText}</p>
      </div>
      <p className="page-tools">
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {texts.reloadPage}
        </button>
        <a className="button button-quiet" href="/">
          {texts.toFirstPage}
        </a>
      </p>
    </main>
  );
}
