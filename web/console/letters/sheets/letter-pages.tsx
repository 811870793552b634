import { memo } from 'react';
import { RehearsalBand } from '#web/components/rehearsal-band.tsx';
import { letterTexts } from '#web/text/console.letters.ts';
import { useTexts } from '#web/text/language.ts';
import type { Letter, LetterBatch } from '../letter-batch.ts';
import type { LetterLayout } from '../letter-layout.ts';
import { Cover, Inside, Outside } from './letter-parts.tsx';

type PageProps = { readonly letters: readonly Letter[]; readonly kind: LetterBatch['kind'] };

/** Fold-over letters on one A4 page: one in three bands, or two above each other in three panels. */
const FoldPage = memo(function FoldPage({ letters, kind, layout }: PageProps & { readonly layout: LetterLayout }) {
  return (
    <div className={`letter-page letter-page-${layout}`}>
      {letters.map((letter) => (
        <article key={letter.delegate.id} className="letter">
          <RehearsalBand rehearsal={kind === 'rehearsal'} />
          <Outside delegate={letter.delegate} />
          <Inside letter={letter} kind={kind} />
          <Cover />
        </article>
      ))}
    </div>
  );
});

/** Cards for an envelope of one page: the outer slips, or the inner sheets in the same places. */
const CardPage = memo(function CardPage({ letters, kind, side }: PageProps & { readonly side: 'outer' | 'inner' }) {
  const texts = useTexts(letterTexts).paper;
  return (
    <div className="letter-page letter-page-envelope">
      {letters.map((letter) => (
        <article key={letter.delegate.id} className={`letter letter-${side}`}>
          <RehearsalBand rehearsal={kind === 'rehearsal'} />
          {side === 'outer' ? <Outside delegate={letter.delegate} /> : <Inside letter={letter} kind={kind} />}
          {side === 'outer' ? <p className="letter-small">{texts.intoEnvelope}</p> : <p className="letter-small">{texts.keep}</p>}
        </article>
      ))}
    </div>
  );
});

/** One page of a batch; what stands on it follows from the layout. */
export type LetterPage = { readonly key: string; readonly letters: readonly Letter[]; readonly side: 'fold' | 'outer' | 'inner' };

export function OnePage({ page, kind, layout }: { readonly page: LetterPage; readonly kind: LetterBatch['kind']; readonly layout: LetterLayout }) {
  if (page.side === 'fold') return <FoldPage letters={page.letters} kind={kind} layout={layout} />;
  return <CardPage letters={page.letters} kind={kind} side={page.side} />;
}
