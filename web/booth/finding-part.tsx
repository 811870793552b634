import { useState } from 'react';
import { useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import type { Finding, RoundWork, Terms } from './booth-state.ts';
import { OptionList } from './option-list.tsx';
import type { Booth } from './use-booth.ts';

/** Looks the ballot up in the record, on request: its marks should not appear on a screen unasked. */
export function FindingPart({ booth, finding, terms }: {
  readonly booth: Booth;
  readonly finding: RoundWork['finding'];
  readonly terms: Terms;
}) {
  const texts = useTexts({ zh, en });
  const [open, setOpen] = useState(false);
  const ask = () => {
    setOpen(true);
    booth.act({ type: 'search-wanted' });
  };
  if (!open || finding === 'unasked') {
    return (
      <section className="receipt-part">
        <p>{texts.searchOffer}</p>
        <button type="button" className="button button-quiet button-wide" onClick={ask}>{texts.search}</button>
      </section>
    );
  }
  if (finding === 'asked') return <p role="status">{texts.searching}</p>;
  return (
    <section className="receipt-part" role="status" data-private>
      <FindingText finding={finding} terms={terms} />
      <button type="button" className="button button-quiet button-wide" onClick={() => setOpen(false)}>{texts.hideFinding}</button>
    </section>
  );
}

function FindingText({ finding, terms }: { readonly finding: Finding; readonly terms: Terms }) {
  const texts = useTexts({ zh, en });
  if (finding.kind === 'not-readable') return <p className="notice">{texts.notReadable}</p>;
  if (finding.kind === 'included') return <p>{texts.foundIncluded}</p>;
  if (finding.kind === 'missing') {
    return (
      <div className="notice" role="alert">
        <h2>{texts.missingTitle}</h2>
        <p>{texts.missingText}</p>
      </div>
    );
  }
  const { marks } = finding;
  return (
    <>
      <h2>{texts.foundTitle}</h2>
      {marks === null ? <p className="notice">{texts.foundMalformed}</p> : <Marks marks={marks} terms={terms} />}
      <p>{texts.foundCheck}</p>
    </>
  );
}

function Marks({ marks, terms }: { readonly marks: readonly boolean[]; readonly terms: Terms }) {
  const texts = useTexts({ zh, en });
  if (!marks.includes(true)) return <p>{texts.foundAbstained}</p>;
  return <OptionList options={terms.options.filter((_, index) => marks[index] === true)} selected />;
}
