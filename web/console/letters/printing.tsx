import { Button } from 'antd';
import { Suspense, lazy, useState } from 'react';
import { letterTexts } from '#web/text/console.letters.ts';
import { useTexts } from '#web/text/language.ts';
import type { LetterBatch } from './letter-batch.ts';
import { LayoutChoice } from './layout-choice.tsx';
import { letterLayout } from './chosen-layout.ts';
import { pagesOf } from './letter-layout.ts';

/** What draws bars is needed here alone, and is fetched only here. */
const PrintSheets = lazy(() => import('./sheets/print-sheets.tsx'));

type Props = Pick<LetterBatch, 'letters' | 'kind'> & {
  readonly label: string;
  /** Printed at least once: what follows is the one act at hand. */
  readonly printed: boolean;
  readonly onPrint: () => void;
};

/** Layout, the pages being laid out, and the button that prints them. */
export function Printing({ letters, kind, label, printed, onPrint }: Props) {
  const texts = useTexts(letterTexts);
  const layout = letterLayout.use();
  const [laid, setLaid] = useState({ done: 0, of: pagesOf(layout, letters.length) });
  const ready = laid.of > 0 && laid.done === laid.of;
  const shown = Math.round((letters.length * laid.done) / Math.max(1, laid.of));
  return (
    <>
      <LayoutChoice />
      <p role="status">{ready ? texts.sheets(letters.length, pagesOf(layout, letters.length)) : texts.laying(shown, letters.length)}</p>
      {ready ? null : <progress aria-label={texts.laying(shown, letters.length)} max={laid.of} value={laid.done} />}
      <Button
        type={printed ? 'default' : 'primary'}
        disabled={!ready}
        onClick={() => {
          onPrint();
          window.print();
        }}
      >
        {label}
      </Button>
      <Suspense>
        <PrintSheets letters={letters} kind={kind} layout={layout} onLaid={(done, of) => setLaid({ done, of })} />
      </Suspense>
    </>
  );
}
