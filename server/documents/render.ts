import type { DocumentFormat } from '#shared/document/document-name.ts';
import type { Document } from '#shared/document/model.ts';
import { docxOf } from './docx.ts';
import { datedOffice } from './office-date.ts';
import { pdfOf } from './pdf.ts';
import { xlsxOf } from './xlsx.ts';

const RENDERERS: Readonly<Record<DocumentFormat, (document: Document, at: Date) => Promise<Uint8Array>>> = {
  pdf: (document, at) => pdfOf(document, at),
  docx: async (document, at) => datedOffice(await docxOf(document), at),
  xlsx: async (document, at) => datedOffice(await xlsxOf(document), at),
};

/** The bytes of a document in one format, as made at an instant: the same document and instant give the same bytes. */
export function render(document: Document, format: DocumentFormat, at: Date): Promise<Uint8Array> {
  return RENDERERS[format](document, at);
}
