import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export type Apart = {
  /** URL of the module that asks; the program lies beside it, or beside the built server. */
  readonly from: string;
  /** File name of the program without its ending. */
  readonly program: string;
  /** Megabytes of heap. */
  readonly heap: number;
  /** Ended by force after so many milliseconds. */
  readonly patience?: number;
};

/** The process ended before it answered; `signal` where it was ended by force, also for want of memory. */
export class EndedApart extends Error {
  readonly signal: NodeJS.Signals | null;
  constructor(program: string, code: number | null, signal: NodeJS.Signals | null) {
    super(`${program} ended without an answer: ${String(code ?? signal ?? 'nothing')}.`);
    this.signal = signal;
  }
}

/** A program in a process of its own: what it computes and keeps is no burden of the server, and its end never the server's. */
export type ProcessApart = {
  /** One question at a time. Rejects with EndedApart where the process ends without an answer. */
  readonly ask: (question: object) => Promise<unknown>;
  readonly close: () => void;
};

export function startApart({ from, program, heap, patience }: Apart): ProcessApart {
  const { file, execArgv } = fileOf(from, program);
  // Nothing of the server's environment: its keys are no business of such a process.
  const child = fork(file, [], {
    execArgv: [`--max-old-space-size=${String(heap)}`, ...execArgv], env: {}, serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new EndedApart(program, code, signal)));
  });
  // Closed while nobody waits for an answer.
  ended.catch(() => undefined);
  return {
    ask: async (question) => {
      const timer = patience === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), patience);
      const answer = new Promise<unknown>((resolve) => child.once('message', resolve));
      child.send(question);
      try {
        return await Promise.race([answer, ended]);
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => child.kill(),
  };
}

/** Asks one question in a process that ends with the answer. */
export async function askApart(apart: Apart, question: object): Promise<unknown> {
  const process = startApart(apart);
  try {
    return await process.ask(question);
  } finally {
    process.close();
  }
}

/** Beside the built server lies the built program; from the sources it runs as they do. */
function fileOf(from: string, program: string): { readonly file: string; readonly execArgv: readonly string[] } {
  const here = dirname(fileURLToPath(from));
  const built = join(here, `${program}.js`);
  if (existsSync(built)) return { file: built, execArgv: [] };
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return { file: join(here, `${program}.ts`), execArgv: ['--import', tsx] };
}
