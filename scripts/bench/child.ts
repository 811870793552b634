import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const ready = z.object({ port: z.int() });
const memory = z.object({ rssMb: z.number() });

/** A server in a process of its own: the load must not run on its event loop. */
export type Child = { readonly port: number; rssMb(): Promise<number>; stop(): Promise<void> };

/** Starts `program` (beside this file) with one JSON argument; it answers with its port. */
export async function startChild(program: string, argument: unknown): Promise<Child> {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const process = fork(file, [JSON.stringify(argument)], { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const { port } = ready.parse(await nextMessage(process));
  return {
    port,
    rssMb: async () => {
      const answer = nextMessage(process);
      process.send('memory');
      return memory.parse(await answer).rssMb;
    },
    stop: () => new Promise((done) => {
      process.once('exit', () => done());
      process.disconnect();
    }),
  };
}

function nextMessage(process: ChildProcess): Promise<unknown> {
  return new Promise((done, failed) => {
    const ended = () => failed(new Error('A server of the bench ended before it answered.'));
    process.once('exit', ended);
    process.once('message', (message) => {
      process.off('exit', ended);
      done(message);
    });
  });
}

/** In the child: says the port, answers for its memory, and ends with its parent. */
export function serveParent(port: number, close: () => Promise<void>): void {
  process.on('message', () => process.send?.({ rssMb: Math.round(process.memoryUsage.rss() / 2 ** 20) }));
  process.once('disconnect', () => void close().then(() => process.exit(0)));
  process.send?.({ port });
}
