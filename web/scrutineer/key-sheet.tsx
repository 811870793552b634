import { zh as frame } from '../text/frame.zh.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/scrutineer.en.ts';
import { zh } from '../text/scrutineer.zh.ts';
import type { Offer } from './enrol-page.tsx';

type Props = {
  readonly offer: Offer;
  /** Seven groups of four characters. */
  readonly groups: readonly string[];
  readonly keyCode: string;
  readonly onPrinted: () => void;
};

/** The one copy of the root outside this page: a sheet of paper. */
export function KeySheet({ offer, groups, keyCode, onPrinted }: Props) {
  const texts = useTexts({ zh, en }).enrol;
  return (
    <section className="sheet key-sheet" aria-labelledby="sheet-title">
      <p className="no-print">{texts.sheetText}</p>
      <h1 id="sheet-title">
        {offer.rehearsal ? `【${frame.rehearsal}】` : ''}
        {texts.sheetTitle}
      </h1>
      <dl className="facts">
        <dt>{texts.congress}</dt>
        <dd>{offer.title}</dd>
        <dt>{texts.name}</dt>
        <dd>
          {offer.name}（{offer.chief ? texts.chief : texts.scrutineer}）
        </dd>
      </dl>
      <h2>{texts.code}</h2>
      <ol className="code-groups" aria-label={texts.code}>
        {groups.map((group, index) => (
          <li key={index}>
            <code>{group}</code>
          </li>
        ))}
      </ol>
      <h2>{texts.keyCode}</h2>
      <p>
        <code className="key-code">{keyCode}</code>
      </p>
      <p>{texts.keep}</p>
      <p className="row no-print">
        <button type="button" className="button button-quiet" onClick={() => window.print()}>
          {texts.print}
        </button>
        <button type="button" className="button" onClick={onPrinted}>
          {texts.printed}
        </button>
      </p>
    </section>
  );
}
