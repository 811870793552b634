import './document.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { z } from 'zod/mini';
import { readDocument } from '#shared/contract/document.ts';
import { DOCUMENT_NAMES } from '#shared/document/document-name.ts';
import { refuse } from '#shared/error-code.ts';
import { call } from '#web/api/client.ts';
import { readSession } from '#web/api/session.ts';
import { AppearanceSwitch } from '#web/components/appearance-switch.tsx';
import { LanguageSwitch } from '#web/components/language-switch.tsx';
import { RehearsalBand } from '#web/components/rehearsal-band.tsx';
import { RefusalLine } from '#web/components/refusal-line.tsx';
import { documentTexts } from '#web/text/document.texts.ts';
import { useTexts } from '#web/text/language.ts';
import { DocumentSheet } from './document-sheet.tsx';

const address = z.object({ congressId: z.string(), name: z.enum(DOCUMENT_NAMES) });

/** The print page of one document, for whoever is signed in to the congress in this tab, or for anyone where it is public. */
export default function DocumentPage() {
  const texts = useTexts(documentTexts);
  const asked = address.safeParse(useParams()).data;
  const [search] = useSearchParams();
  const round = search.get('round');
  const answer = useQuery({
    queryKey: ['document', asked, round],
    enabled: asked !== undefined,
    queryFn: () => call(readDocument, { params: asked ?? { congressId: '', name: 'announcement' }, ...(round === null ? {} : { query: { round } }) }, tokenOf(asked?.congressId ?? '')),
  });
  const document = answer.data?.ok === true ? answer.data.value : null;
  useTitle(document?.fileName ?? null);
  return (
    <>
      <RehearsalBand rehearsal={document?.rehearsal ?? false} />
      <header className="document-tools no-print">
        <button type="button" className="button" disabled={document === null} onClick={() => window.print()}>{texts.print}</button>
        {texts.chinese === '' ? null : <span className="quiet">{texts.chinese}</span>}
        <LanguageSwitch />
        <AppearanceSwitch />
      </header>
      <main className="document-desk">
        {document === null ? <h1>{texts.title}</h1> : <DocumentSheet document={document} />}
        {asked === undefined ? <RefusalLine refusal={refuse('not-found')} /> : null}
        {answer.isLoading ? <p role="status">{texts.loading}</p> : null}
        {answer.data?.ok === false ? <RefusalLine refusal={answer.data.error} /> : null}
      </main>
    </>
  );
}

/** The title of the page is the file name that a browser proposes when it prints to a file. */
function useTitle(title: string | null): void {
  useEffect(() => {
    if (title !== null) window.document.title = title;
  }, [title]);
}

function tokenOf(congressId: string): string | undefined {
  const roles = ['clerk', 'scrutineer', 'office'] as const;
  return roles.map((role) => readSession(role, congressId)?.token).find((token) => token !== undefined);
}
