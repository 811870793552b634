import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';

export type DatabaseLine = {
  /** The database's address by way of the line. */
  readonly url: string;
  /** Drops every connection and takes no new one, as when the database's machine goes down. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
};

/** A line to a database that a test can cut. */
export async function databaseLine(databaseUrl: string): Promise<DatabaseLine> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  let server = await listen(0);
  const port = portOf(server);
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);

  function listen(wanted: number): Promise<Server> {
    const made = createServer((near) => {
      const far = connect(Number(target.port), target.hostname);
      for (const end of [near, far]) {
        open.add(end);
        end.on('error', () => end.destroy());
        end.on('close', () => {
          open.delete(end);
          near.destroy();
          far.destroy();
        });
      }
      near.pipe(far).pipe(near);
    });
    return new Promise((done, failed) => {
      made.once('error', failed);
      made.listen(wanted, '127.0.0.1', () => done(made));
    });
  }

  async function cut(): Promise<void> {
    const closed = new Promise<void>((done) => void server.close(() => done()));
    for (const end of open) end.destroy();
    await closed;
  }

  return { url: url.href, cut, close: cut, mend: async () => void (server = await listen(port)) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The line has no port.');
  return address.port;
}
