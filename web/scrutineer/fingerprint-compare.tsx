import { useTexts } from '../text/language.ts';
import { en } from '../text/scrutineer.en.ts';
import { zh } from '../text/scrutineer.zh.ts';
import { Stop } from './check-list.tsx';

export type Comparison = 'not-yet' | 'matches' | 'differs';
type Props = { readonly characters: string; readonly compared: Comparison; readonly onCompared: (comparison: Comparison) => void };

/** An act, not a decoration: the scrutineer looks up and says whether the hall screen shows the same. */
export function FingerprintCompare({ characters, compared, onCompared }: Props) {
  const texts = useTexts({ zh, en }).manifest;
  const groups = characters.replaceAll(/[\s-]/g, '').match(/.{1,4}/g) ?? [];
  return (
    <section className="compare" aria-labelledby="compare-title">
      <h2 id="compare-title">{texts.fingerprint}</h2>
      <p className="large-fingerprint">
        <code>{groups.join(' ')}</code>
      </p>
      <div className="compare-answers" role="group" aria-label={texts.compare}>
        <button type="button" aria-pressed={compared === 'differs'} onClick={() => onCompared('differs')}>
          {texts.differs}
        </button>
        <button type="button" aria-pressed={compared === 'matches'} onClick={() => onCompared('matches')}>
          {texts.matches}
        </button>
      </div>
      {compared === 'differs' ? <Stop title={texts.differs} text={texts.differsText} /> : null}
    </section>
  );
}
