import { useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import type { Terms } from './booth-state.ts';

/** Projects by number and title, each with its word: colour alone says nothing. */
export function OptionList({ options, selected }: { readonly options: Terms['options']; readonly selected: boolean }) {
  const texts = useTexts({ zh, en });
  return (
    <ul className={selected ? 'options options-selected' : 'options'} data-private>
      {options.map(({ number, title }) => (
        <li key={number}>
          <span className="option-mark" aria-hidden="true">{selected ? '✓' : ''}</span>
          <span className="option-title">{`${texts.number(number)} ${title}`}</span>
          <span className="option-state">{selected ? texts.selected : texts.notSelected}</span>
        </li>
      ))}
    </ul>
  );
}
