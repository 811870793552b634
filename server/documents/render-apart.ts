import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { DocumentFormat } from '#shared/document/document-name.ts';
import type { Document } from '#shared/document/model.ts';

/** A roll of 3,000 needs half of this. */
const MOST_HEAP = '--max-old-space-size=256';
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
  const { file, execArgv } = program();
  // Nothing of the server's environment: its keys are no business of a renderer.
  const child = fork(file, [], { execArgv: [MOST_HEAP, ...execArgv], env: {}, serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`The document was not made; its process ended with ${code ?? signal ?? 'nothing'}.`)));
  });
  // Closed while nobody waits for a document.
  ended.catch(() => undefined);
  return {
    render: (document, format, at) => {
      const answer = new Promise<Uint8Array>((resolve, reject) => {
        child.once('message', (bytes) => (bytes instanceof Uint8Array ? resolve(bytes) : reject(new Error('The renderer answered with no document.'))));
      });
      child.send({ document, format, at });
      return Promise.race([answer, ended]);
    },
    close: () => child.kill(),
  };
}

/** Beside the built server lies the built renderer; from the sources it runs as they do. */
function program(): { readonly file: string; readonly execArgv: readonly string[] } {
  const here = dirname(fileURLToPath(import.meta.url));
  const built = join(here, 'render-process.js');
  if (existsSync(built)) return { file: built, execArgv: [] };
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return { file: join(here, 'render-process.ts'), execArgv: ['--import', tsx] };
}
