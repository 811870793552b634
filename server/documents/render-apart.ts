import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { DocumentFormat } from '#shared/document/document-name.ts';
import type { Document } from '#shared/document/model.ts';
import { startApart } from '../process-apart.ts';

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
  const turn = last.then(() => renderOnce(document, format));
  last = turn.catch(() => undefined);
  try {
    return { ok: true, bytes: await turn };
  } finally {
    waiting -= 1;
  }
}

async function renderOnce(document: Document, format: DocumentFormat): Promise<Uint8Array> {
  const renderer = openRenderer();
  try {
    return await renderer.render(document, format, new Date());
  } finally {
    renderer.close();
  }
}

/** A process that renders one document after the other, until it is closed. */
export type Renderer = {
  /** Ask for the next one when this one has come. */
  readonly render: (document: Document, format: DocumentFormat, at: Date) => Promise<Uint8Array>;
  readonly close: () => void;
};

export function openRenderer(): Renderer {
  const renderer = startApart({ from: import.meta.url, program: 'render-process', heap: MOST_HEAP });
  return {
    render: async (document, format, at) => {
      const bytes = await renderer.ask({ document, format, at });
      if (!(bytes instanceof Uint8Array)) throw new Error('The renderer answered with no document.');
      return bytes;
    },
    close: renderer.close,
  };
}
