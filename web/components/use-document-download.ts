import { useState } from 'react';
import { downloadDocument } from '#shared/contract/document.ts';
import type { ListedDocument } from '#shared/contract/document.ts';
import type { DocumentFormat } from '#shared/document/document-name.ts';
import { documentFileName } from '#shared/document/file-name.ts';
import { type CallError, call } from '#web/api/client.ts';
import { saveFile } from '#web/api/save-file.ts';

const TYPES: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Who reads documents: of which congress, and with whose token; none for anyone. */
export type DocumentReader = { readonly congressId: string; readonly token: string | undefined; readonly rehearsal: boolean };

/** Fetches a document as a file and saves it under its own name. */
export function useDocumentDownload({ congressId, token, rehearsal }: DocumentReader, { name, title, round }: ListedDocument) {
  const [busy, setBusy] = useState<DocumentFormat | null>(null);
  const [refusal, setRefusal] = useState<CallError | null>(null);
  const download = async (format: DocumentFormat) => {
    setBusy(format);
    const answer = await call(downloadDocument, { params: { congressId, name, format }, ...(round === null ? {} : { query: { round } }) }, token);
    setBusy(null);
    setRefusal(answer.ok ? null : answer.error);
    if (answer.ok) saveFile(`${documentFileName({ title, round, rehearsal })}.${format}`, new Uint8Array(answer.value), TYPES[format]);
  };
  return { busy, refusal, download };
}

/** Address of a document's print page. */
export function printPageOf(congressId: string, { name, round }: ListedDocument): string {
  return `/print/${congressId}/${name}${round === null ? '' : `?round=${round}`}`;
}
