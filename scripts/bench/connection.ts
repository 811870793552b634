import { connect } from 'node:net';
import type { Socket } from 'node:net';

export type RawAnswer = { readonly status: number; readonly body: string };

/**
 * One keep-alive connection with one request on its way at a time. As lean as a load generator must be
 * that shares two cores with what it measures.
 */
export class Connection {
  readonly #socket: Socket;
  #received = '';
  #waiting: { done: (answer: RawAnswer) => void; failed: (error: Error) => void } | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => this.#read(text));
    const lost = (error?: Error) => this.#waiting?.failed(error ?? new Error('The server closed the connection.'));
    socket.on('error', lost);
    socket.on('close', () => lost());
  }

  static open(port: number): Promise<Connection> {
    return new Promise((done, failed) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('error', failed);
      socket.once('connect', () => {
        socket.off('error', failed);
        done(new Connection(socket));
      });
    });
  }

  send(request: Buffer): Promise<RawAnswer> {
    return new Promise((done, failed) => {
      this.#waiting = { done, failed };
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#waiting = null;
    this.#socket.destroy();
  }

  #read(text: string): void {
    this.#received += text;
    const headEnd = this.#received.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const head = this.#received.slice(0, headEnd);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    const end = headEnd + 4 + length;
    if (this.#received.length < end) return;
    const body = this.#received.slice(headEnd + 4, end);
    this.#received = this.#received.slice(end);
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.done({ status: Number(head.slice(9, 12)), body });
  }
}

/** The bytes of a JSON request, made before the clock runs. */
export function rawPost(path: string, body: unknown, token: string | null = null): Buffer {
  const text = JSON.stringify(body);
  const authorization = token === null ? '' : `authorization: Bearer ${token}\r\n`;
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n${authorization}content-length: ${String(Buffer.byteLength(text))}\r\n\r\n${text}`,
  );
}
