import type { ListedDocument } from '#shared/contract/document.ts';
import { listDocuments } from '#shared/contract/document.ts';
import { DOCUMENT_STEPS } from '#shared/document/document-name.ts';
import { useAnswer } from '#web/api/use-answer.ts';
import { documentTexts } from '#web/text/document.texts.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { DocumentRow } from './document-row.tsx';

/** Every document of the day by its step: print page and files, or what it still waits for. */
export function DocumentsPage() {
  const texts = useTexts(documentTexts);
  const { congressId, token } = useConsole();
  const { value, error } = useAnswer(['congress', congressId, 'documents'], listDocuments, { params: { congressId } }, token);
  return (
    <section className="panel">
      <h1>{texts.title}</h1>
      <p>{texts.what}</p>
      {texts.chinese === '' ? null : <p className="quiet">{texts.chinese}</p>}
      <RefusalNotice refusal={error} />
      {value === undefined ? <p role="status">{texts.loading}</p> : DOCUMENT_STEPS.map((step) => <StepDocuments key={step} step={step} documents={value} />)}
    </section>
  );
}

function StepDocuments({ step, documents }: { readonly step: ListedDocument['step']; readonly documents: readonly ListedDocument[] }) {
  const texts = useTexts(documentTexts);
  const { day } = useConsole();
  const mine = documents.filter((one) => one.step === step);
  if (mine.length === 0) return null;
  return (
    <>
      <h2>{texts.steps[step]}</h2>
      <ul className="document-list">
        {mine.map((one) => (
          <DocumentRow key={`${one.name}-${one.round ?? ''}`} document={one} named={one.round !== null && day.rounds.length > 1} />
        ))}
      </ul>
    </>
  );
}
