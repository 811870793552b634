import { useEffect, useRef } from 'react';
import { zh as frameZh } from '../text/frame.zh.ts';
import { en as frameEn } from '../text/frame.en.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/enrol.en.ts';
import { zh } from '../text/enrol.zh.ts';
import type { Offer } from './enrol-page.tsx';
import { useStepName } from './use-step-name.ts';

type Props = {
  readonly offer: Offer;
  /** Seven groups of four characters. */
  readonly groups: readonly string[];
  readonly keyCode: string;
  readonly onPrinted: () => void;
};

/** The one copy of the root outside this browser: a sheet of paper, one page of A4. */
export function KeySheet({ offer, groups, keyCode, onPrinted }: Props) {
  const texts = useTexts({ zh, en });
  const step = useStepName();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby="sheet-lead">
      <div className="sheet scrutineer-card no-print">
        <p className="card-over">{step(3)}</p>
        <h1 id="sheet-lead" tabIndex={-1} ref={heading}>
          {texts.sheetLead}
        </h1>
        <p>{texts.sheetText}</p>
        <p className="card-acts">
          <button type="button" className="button button-quiet" onClick={() => window.print()}>
            {texts.print}
          </button>
          <button type="button" className="button" onClick={onPrinted}>
            {texts.printed}
          </button>
        </p>
      </div>
      <Paper offer={offer} groups={groups} keyCode={keyCode} />
    </section>
  );
}

/** What comes out of the printer. */
function Paper({ offer, groups, keyCode }: Omit<Props, 'onPrinted'>) {
  const texts = useTexts({ zh, en });
  const frame = useTexts({ zh: frameZh, en: frameEn });
  return (
    <article className="sheet key-sheet">
      {offer.rehearsal ? (
        <p className="key-sheet-rehearsal">
          <strong>{frame.rehearsal}</strong> {frame.rehearsalText}
        </p>
      ) : null}
      <h2 className="key-sheet-title">{texts.sheetTitle}</h2>
      <dl className="key-sheet-facts">
        <Fact name={texts.congress} value={offer.title} />
        <Fact name={texts.name} value={offer.name} />
        <Fact name={texts.role} value={offer.chief ? texts.chief : texts.scrutineer} />
        <Fact name={texts.madeOn} value={today()} />
      </dl>
      <h3>{texts.code}</h3>
      <ol className="code-groups" aria-label={texts.code}>
        {groups.map((group, index) => (
          <li key={index}>
            <code>{group}</code>
          </li>
        ))}
      </ol>
      <h3>{texts.keyCode}</h3>
      <p className="large-code">
        <code className="key-code">{keyCode}</code>
      </p>
      <p>{texts.keyCodeText}</p>
      <h3>{texts.keepTitle}</h3>
      <ol className="key-sheet-keep">
        {texts.keep.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <div className="key-sheet-envelope">
        <strong>{texts.envelope}</strong>
        {texts.envelopeLines.map((line) => (
          <span key={line}>
            {line}
            <span className="signature-line" />
          </span>
        ))}
      </div>
    </article>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
