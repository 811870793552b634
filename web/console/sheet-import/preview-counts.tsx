import { sheetTexts } from '#web/text/console.sheet.ts';
import { useTexts } from '#web/text/language.ts';
import { type PreviewRow, ROW_KINDS, countOf } from './preview-row.ts';
import { KindMark } from './preview-table.tsx';

/** How many of each kind; what there is none of is left out, but for problems. */
export function PreviewCounts({ rows, same }: { readonly rows: readonly PreviewRow[]; readonly same: number }) {
  const texts = useTexts(sheetTexts).preview;
  const counts = ROW_KINDS.map((kind) => ({ kind, count: kind === 'same' ? same : countOf(rows, kind) }));
  return (
    <dl className="preview-counts" aria-label={texts.counts}>
      {counts.filter(({ kind, count }) => kind === 'problem' || count > 0).map(({ kind, count }) => (
        <div key={kind} className={count === 0 ? 'preview-count-none' : undefined}>
          <dt>
            <KindMark kind={kind} />
          </dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}
