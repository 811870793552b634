import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { DocumentFormat } from '#shared/document/document-name.ts';
import type { Document } from '#shared/document/model.ts';

/** Beside the built server lies the built worker; beside this source, its source. */
const HERE = dirname(fileURLToPath(import.meta.url));
const BUILT = join(HERE, 'render-worker.js');
const WORKER = existsSync(BUILT) ? { file: BUILT, execArgv: [] } : { file: join(HERE, 'render-worker.ts'), execArgv: ['--import', 'tsx'] };

/** A roll of 3,000 needs half of this. */
const MOST_HEAP_MB = 256;
const MOST_WAITING = 20;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Renders a document in a thread of its own, one after the other: a long roll takes seconds of computing, and no
 * ballot waits for them. Refuses busy where too many documents wait already.
 */
export async function renderApart(document: Document, format: DocumentFormat): Promise<{ readonly ok: true; readonly bytes: Uint8Array } | Refusal> {
  if (waiting >= MOST_WAITING) return refuse('busy');
  waiting += 1;
  const turn = last.then(() => inWorker(document, format));
  last = turn.catch(() => undefined);
  try {
    return { ok: true, bytes: await turn };
  } finally {
    waiting -= 1;
  }
}

function inWorker(document: Document, format: DocumentFormat): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER.file, {
      workerData: { document, format },
      execArgv: WORKER.execArgv,
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
    });
    worker.once('message', (bytes: Uint8Array) => resolve(bytes));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The document was not made; its thread ended with ${code}.`)));
  });
}
