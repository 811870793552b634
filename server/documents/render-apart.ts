import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { DocumentFormat } from '#shared/document/document-name.ts';
import type { Document } from '#shared/document/model.ts';
import { askApart } from '../process-apart.ts';

/** Megabytes; a roll of 3,000 needs half of this. */
const MOST_HEAP = 256;
const MOST_WAITING = 20;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Renders a document in a process of its own, one after the other: a long roll takes seconds of computing and a
 * hundred megabytes; no ballot waits for the one, and the server does not keep the other. Refuses busy where too
 * many documents wait already.
 */
export async function renderApart(document: Document, format: DocumentFormat): Promise<{ readonly ok: true; readonly bytes: Uint8Array } | Refusal> {
  if (waiting >= MOST_WAITING) return refuse('busy');
  waiting += 1;
  const turn = last.then(() => inProcess(document, format));
  last = turn.catch(() => undefined);
  try {
    return { ok: true, bytes: await turn };
  } finally {
    waiting -= 1;
  }
}

async function inProcess(document: Document, format: DocumentFormat): Promise<Uint8Array> {
  const bytes = await askApart({ from: import.meta.url, program: 'render-process', heap: MOST_HEAP }, { document, format });
  if (!(bytes instanceof Uint8Array)) throw new Error('The renderer answered with no document.');
  return bytes;
}
