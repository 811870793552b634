import { z } from 'zod';
import { documentModel } from '#shared/contract/document.ts';
import { DOCUMENT_FORMATS } from '#shared/document/document-name.ts';
import { render } from './render.ts';

const order = z.object({ document: documentModel, format: z.enum(DOCUMENT_FORMATS), at: z.date() });

/** Answers each order with the bytes of the document; ends with whoever started it, and with the first fault. */
process.on('message', (message) => {
  const { document, format, at } = order.parse(message);
  void render(document, format, at).then((bytes) => process.send?.(new Uint8Array(bytes)));
});
