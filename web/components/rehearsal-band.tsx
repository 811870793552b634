import { en } from '../text/frame.en.ts';
import { zh } from '../text/frame.zh.ts';

/** On every page and sheet of a rehearsal congress, in both languages at once: nobody may take it for the real one. */
export function RehearsalBand({ rehearsal }: { readonly rehearsal: boolean }) {
  if (!rehearsal) return null;
  return (
    <aside className="rehearsal-band" aria-label={zh.rehearsal}>
      <p role="note">
        <strong>{zh.rehearsal}</strong> <span>{zh.rehearsalText}</span>{' '}
        <span lang="en">
          {en.rehearsal}: {en.rehearsalText}
        </span>
      </p>
    </aside>
  );
}
