import { z } from 'zod';
import { documentModel } from '#shared/contract/document.ts';
import { DOCUMENT_FORMATS } from '#shared/document/document-name.ts';
import { render } from './render.ts';

const order = z.object({ document: documentModel, format: z.enum(DOCUMENT_FORMATS) });

/** One document per process: it answers with the bytes and ends, or ends with the server. */
process.once('message', (message) => {
  const { document, format } = order.parse(message);
  void render(document, format).then((bytes) => process.send?.(new Uint8Array(bytes), () => process.disconnect()));
});
