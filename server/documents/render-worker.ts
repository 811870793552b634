import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { documentModel } from '#shared/contract/document.ts';
import { DOCUMENT_FORMATS } from '#shared/document/document-name.ts';
import { render } from './render.ts';

/** One document per worker: what it took of memory goes with it. */
const { document, format } = z.object({ document: documentModel, format: z.enum(DOCUMENT_FORMATS) }).parse(workerData);
const bytes = new Uint8Array(await render(document, format));
parentPort?.postMessage(bytes, [bytes.buffer]);
