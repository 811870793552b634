import { type ReactNode, useState } from 'react';
import type { ScreenTexts } from '../text/screen.zh.ts';
import { usePage } from './page-turn.ts';
import { type Starts, useFit } from './use-fit.ts';

type FittedProps = {
  readonly className: string;
  /** What the lists say, to notice when they must be measured again. */
  readonly content: string;
  readonly children: (starts: Starts) => ReactNode;
};

/** Lists side by side, in one size of type, as large as all of them fit. */
export function FittedLists({ className, content, children }: FittedProps) {
  const { box, fit } = useFit(content);
  return (
    <div className={`fitted ${className}`} ref={box} data-density={fit.density}>
      {children(fit.starts)}
    </div>
  );
}

/** A row; `place` says whether a page may or must begin with it. */
export type PagedRow = {
  readonly key: string;
  readonly className: string;
  readonly place: 'anywhere' | 'with-previous' | 'new-page';
  readonly content: ReactNode;
};

type Props = {
  readonly name: string;
  readonly className: string;
  readonly rows: readonly PagedRow[];
  readonly starts: readonly number[] | undefined;
  readonly texts: ScreenTexts;
};

/** A list whose pages follow each other by themselves, unless someone holds one. */
export function PagedList({ name, className, rows, starts = [0], texts }: Props) {
  const pages = starts.length;
  const turning = usePage(pages);
  const [held, setHeld] = useState<number | null>(null);
  const page = Math.min(held ?? turning, pages - 1);
  const first = starts[page] ?? 0;
  const end = starts[page + 1] ?? rows.length;
  return (
    <div className="paged">
      <div className="paged-box">
        <ol className={className} aria-label={name}>
          {rows.map((row, index) => (
            <li
              key={row.key}
              className={index < first || index >= end ? `${row.className} paged-away` : row.className}
              data-with-previous={row.place === 'with-previous' ? '' : undefined}
              data-new-page={row.place === 'new-page' ? '' : undefined}
            >
              {row.content}
            </li>
          ))}
        </ol>
      </div>
      {pages > 1 ? (
        <p className="paged-word">
          <span>{texts.pages.page(page + 1, pages)}</span>
          <button type="button" className="screen-tool" onClick={() => setHeld((page + 1) % pages)}>
            {texts.pages.next}
          </button>
          <button type="button" className="screen-tool" aria-pressed={held !== null} onClick={() => setHeld(held === null ? page : null)}>
            {texts.pages.hold}
          </button>
        </p>
      ) : null}
    </div>
  );
}
