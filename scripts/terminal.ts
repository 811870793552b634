import { createInterface } from 'node:readline';
import type { Interface } from 'node:readline';
import { Writable } from 'node:stream';

/** Questions to whoever sits at the terminal. Answers may also be piped in, one line each, in the order asked. */
export class Terminal {
  readonly #lines: AsyncIterator<string>;
  readonly #input: Interface;
  #hidden = false;

  constructor() {
    const output = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        // What is typed while an answer is hidden is not echoed.
        if (!this.#hidden) process.stderr.write(chunk);
        done();
      },
    });
    const interactive = process.stdin.isTTY;
    this.#input = createInterface({ input: process.stdin, output, terminal: interactive });
    this.#lines = this.#input[Symbol.asyncIterator]();
  }

  /** The next line, without its end; empty where nothing comes any more. */
  async ask(question: string): Promise<string> {
    process.stderr.write(question);
    const line = await this.#lines.next();
    return line.done === true ? '' : line.value;
  }

  async askHidden(question: string): Promise<string> {
    process.stderr.write(question);
    this.#hidden = true;
    const line = await this.#lines.next();
    this.#hidden = false;
    process.stderr.write('\n');
    return line.done === true ? '' : line.value;
  }

  close(): void {
    this.#input.close();
  }
}
