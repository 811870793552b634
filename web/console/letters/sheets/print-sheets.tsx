import './sheets.css';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Letter, LetterBatch } from '../letter-batch.ts';
import type { LetterLayout } from '../letter-layout.ts';
import { OnePage } from './letter-pages.tsx';
import { paged } from './paged.ts';

/** Pages laid out between two moments in which the page is free for the clerk. */
const STRIDE = 4;

type Props = {
  readonly letters: readonly Letter[];
  readonly kind: LetterBatch['kind'];
  readonly layout: LetterLayout;
  /** How many pages of how many are laid out; printing waits for the last. */
  readonly onLaid: (done: number, of: number) => void;
};

/** The letters as they leave the printer; on screen nothing of them is seen. */
export default function PrintSheets({ letters, kind, layout, onLaid }: Props) {
  const pages = useMemo(() => paged(letters, layout), [letters, layout]);
  const [laid, setLaid] = useState({ pages, done: 0 });
  const done = laid.pages === pages ? laid.done : 0;
  const tell = useEffectEvent(onLaid);
  useEffect(() => {
    tell(done, pages.length);
    if (done >= pages.length) return;
    const timer = setTimeout(() => setLaid({ pages, done: Math.min(pages.length, done + STRIDE) }), 0);
    return () => clearTimeout(timer);
  }, [done, pages]);
  return createPortal(
    <div className="letters">
      {pages.slice(0, done).map((page) => (
        <OnePage key={page.key} page={page} kind={kind} layout={layout} />
      ))}
    </div>,
    document.body,
  );
}
