import type { DocumentFormat } from '#shared/document/document-name.ts';
import type { Document } from '#shared/document/model.ts';
import { docxOf } from './docx.ts';
import { pdfOf } from './pdf.ts';
import { xlsxOf } from './xlsx.ts';

const RENDERERS: Readonly<Record<DocumentFormat, (document: Document) => Promise<Uint8Array>>> = { pdf: (document) => pdfOf(document), docx: docxOf, xlsx: xlsxOf };

/** The bytes of a document in one format. */
export function render(document: Document, format: DocumentFormat): Promise<Uint8Array> {
  return RENDERERS[format](document);
}
