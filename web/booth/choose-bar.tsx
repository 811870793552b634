import { useState } from 'react';
import { remaining } from '#shared/domain/selection.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import type { RoundWork, Terms } from './booth-state.ts';
import { NotInBox } from './not-in-box.tsx';
import { selectionSentence } from './selection-sentence.ts';

/** How many are marked and still wanted, what was refused, and the way on: in sight wherever the list is scrolled to. */
export function ChooseBar({ work, terms, onReview }: { readonly work: RoundWork; readonly terms: Terms; readonly onReview: () => void }) {
  const texts = useTexts({ zh, en });
  const { rule, options } = terms;
  const { selection, refusal } = work;
  const left = remaining(selection, rule);
  const times = useTimes(refusal);
  return (
    <section className="bar" aria-label={texts.barName}>
      <NotInBox />
      {refusal === null ? null : <p key={times} className="notice" role="alert">{selectionSentence(refusal, rule, selection.length, texts)}</p>}
      <p className="bar-count" role="status">
        <strong>{texts.count(selection.length, rule.max)}</strong>
        <span>{texts.remaining(left, rule.min === rule.max)}</span>
      </p>
      <ul className="bar-chosen" data-private>
        {options.filter(({ number }) => selection.includes(number)).map(({ number, title }) => (
          <li key={number} lang="zh-CN">{`${number}　${title}`}</li>
        ))}
      </ul>
      <button type="button" className={left === 0 ? 'button' : 'button button-quiet'} onClick={onReview}>{texts.toReview}</button>
    </section>
  );
}

/** How often a value was set anew: the same refusal twice is said twice. */
function useTimes(value: object | null): number {
  const [seen, setSeen] = useState({ value, times: 0 });
  if (seen.value !== value) setSeen({ value, times: seen.times + 1 });
  return seen.times;
}
