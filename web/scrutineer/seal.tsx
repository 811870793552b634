import { useTexts } from '../text/language.ts';
import { en } from '../text/scrutineer.en.ts';
import { zh } from '../text/scrutineer.zh.ts';
import { clockTime } from './clock-time.ts';

/** The one red thing on the page: this scrutineer's own signature lies on a file, since when. */
export function Seal({ file, at }: { readonly file: string; readonly at: string }) {
  const texts = useTexts({ zh, en });
  const time = clockTime(at);
  return (
    <p className="seal" role="status">
      <span className="seal-stamp" aria-hidden="true">
        {texts.seal}
      </span>
      <span>{texts.sealed(file, time)}</span>
    </p>
  );
}
