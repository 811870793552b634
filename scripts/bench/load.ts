import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './connection.ts';
import type { RawAnswer } from './connection.ts';

export type Load = {
  /** Milliseconds from the send to the whole answer, ascending. */
  readonly latencies: readonly number[];
  /** From the first send to the last answer. */
  readonly seconds: number;
  readonly answers: readonly RawAnswer[];
};

/** Sends everything over `connections` connections, each with the next request as soon as it has its answer. */
export async function closedLoop(port: number, requests: readonly Buffer[], connections: number): Promise<Load> {
  const open = await openConnections(port, Math.min(connections, requests.length));
  const answers: RawAnswer[] = [];
  const latencies: number[] = [];
  let next = 0;
  const started = performance.now();
  await Promise.all(open.map(async (connection) => {
    for (let index = next++; index < requests.length; index = next++) {
      const sent = performance.now();
      answers[index] = await connection.send(at(requests, index));
      latencies.push(performance.now() - sent);
    }
  }));
  return finish(open, started, latencies, answers);
}

/**
 * Sends request k at its time whatever happened to those before, each on a connection of its own that is
 * free, as people do. `times` in milliseconds from the start, ascending.
 */
export async function openLoop(port: number, requests: readonly Buffer[], times: readonly number[], connections: number): Promise<Load> {
  const open = await openConnections(port, connections);
  const free = [...open];
  const answers: RawAnswer[] = [];
  const latencies: number[] = [];
  const pending: Promise<void>[] = [];
  const started = performance.now();
  for (const [index, request] of requests.entries()) {
    const due = started + at(times, index);
    if (due - performance.now() > 1) await sleep(due - performance.now());
    const connection = free.pop() ?? (await addConnection(port, open));
    // Measured from when it was due: a load generator that lags must not make the server look quick.
    pending.push(connection.send(request).then((answer) => {
      latencies.push(performance.now() - due);
      answers[index] = answer;
      free.push(connection);
    }));
  }
  await Promise.all(pending);
  return finish(open, started, latencies, answers);
}

/** The value below which a share of the latencies lies. */
export function percentile(ascending: readonly number[], share: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))] ?? 0;
}

function finish(open: readonly Connection[], started: number, latencies: readonly number[], answers: readonly RawAnswer[]): Load {
  const seconds = (performance.now() - started) / 1000;
  for (const connection of open) connection.close();
  return { seconds, answers, latencies: latencies.toSorted((a, b) => a - b) };
}

async function addConnection(port: number, open: Connection[]): Promise<Connection> {
  const connection = await Connection.open(port);
  open.push(connection);
  return connection;
}

async function openConnections(port: number, count: number): Promise<Connection[]> {
  const open: Connection[] = [];
  while (open.length < count) {
    const some = Array.from({ length: Math.min(100, count - open.length) }, () => Connection.open(port));
    open.push(...(await Promise.all(some)));
  }
  return open;
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`Nothing at ${String(index)}.`);
  return item;
}
