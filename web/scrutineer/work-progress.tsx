import { useTexts } from '../text/language.ts';
import { en } from '../text/scrutineer.en.ts';
import { zh } from '../text/scrutineer.zh.ts';

/** How far the worker is, in words and as a bar; not a live region, which would speak at every ballot. */
export function WorkProgress({ text, done, total }: { readonly text: string; readonly done: number; readonly total: number }) {
  const texts = useTexts({ zh, en }).box;
  return (
    <div className="work">
      <p>
        <strong>{text}</strong>
      </p>
      <progress aria-label={text} max={Math.max(1, total)} value={done} />
      <p className="quiet">{texts.canLeave}</p>
    </div>
  );
}
