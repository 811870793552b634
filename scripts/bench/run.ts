import { join } from 'node:path';
import postgres from 'postgres';
import { makeKeysFile } from '#shared/ballot-paper/record-file.ts';
import { KEYS_FILE, RECORD_FILES } from '#shared/ballot-paper/record.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { failed, verifyRecord } from '#shared/ballot-paper/verify.ts';
import { manifestReader } from '#server/features/simulation/simulated-delegate.ts';
import { seededRandom } from '#server/features/simulation/seeded-random.ts';
import { startTemporaryPostgres } from '#server/db/embedded.ts';
import { enterHall } from '../simulation/hall.ts';
import type { Hall } from '../simulation/hall.ts';
import { close, count } from '../simulation/one-round.ts';
import { startChild } from './child.ts';
import type { Child } from './child.ts';
import { closedLoop, openLoop, percentile } from './load.ts';
import type { Load } from './load.ts';
import { makeBallots, secondsOf } from './papers.ts';
import { startProduct } from './product.ts';

const CONNECTIONS = 64;
const STEADY_RATE = 500;
const WARM_UP = 600;

export type BenchFigures = {
  readonly issuesPerSecond: number;
  readonly castsPerSecond: number;
  readonly limitCastsPerSecond: number;
  readonly burst: { readonly delegates: number; readonly lastReceiptMs: number; readonly p50Ms: number; readonly p99Ms: number; readonly maxMs: number };
  readonly steady: { readonly ratePerSecond: number; readonly p50Ms: number; readonly p99Ms: number };
  readonly apiRssMb: number;
  readonly verifyOpenTallySeconds: number;
};

/** Measures a real server with a real Postgres on this machine's loopback; everything it started is stopped again. */
export async function runBench(delegates: number, say: (line: string) => void): Promise<BenchFigures> {
  const database = await startTemporaryPostgres();
  const server = await startProduct(database.url, join(database.folder, 'data')).catch(async (error: unknown) => {
    await database.stop();
    throw error;
  });
  try {
    return await measure(server, database.url, delegates, say);
  } finally {
    await server.stop();
    await database.stop();
  }
}

async function measure(server: Child, databaseUrl: string, delegates: number, say: (line: string) => void): Promise<BenchFigures> {
  const hall = await enterHall(`http://127.0.0.1:${String(server.port)}`, { delegates, scrutineers: 3, threshold: 2 }, null);
  const { clerk, scrutineers } = hall;
  await clerk.checkIn(hall.delegates.map(({ number }) => number));
  await clerk.adopt(delegates);
  const { id: roundId } = await clerk.prepareRound();
  for (const scrutineer of scrutineers) await scrutineer.signManifest(roundId);
  say(`making ${String(delegates)} ballots`);
  const trusted = await manifestReader(hall.site, hall.congress.id)(roundId);
  const { requests, issuesPerSecond } = await makeBallots(hall, server.port, trusted, roundId, seededRandom(1));
  const manifest = Buffer.from(await clerk.recordFile(roundId, 'manifest.json')).toString('utf8');
  const limitCastsPerSecond = await measureLimit(manifest, requests);
  say(`limit: ${limitCastsPerSecond.toFixed(0)} casts/s without a database`);
  await scrutineers[0]?.enterHeadCount(roundId, delegates);
  await clerk.open(roundId);
  const casts = await measureCasts(server, databaseUrl, requests, say);
  await close(hall, roundId);
  const verifyOpenTallySeconds = await measureCount(hall, roundId);
  return rounded({ issuesPerSecond, limitCastsPerSecond, ...casts, verifyOpenTallySeconds });
}

async function measureLimit(manifest: string, requests: readonly Buffer[]): Promise<number> {
  const bare = await startChild('./limit-process.ts', { manifest });
  try {
    await closedLoop(bare.port, requests.slice(0, WARM_UP), CONNECTIONS);
    return perSecond(await closedLoop(bare.port, requests, CONNECTIONS));
  } finally {
    await bare.stop();
  }
}

async function measureCasts(server: Child, databaseUrl: string, requests: readonly Buffer[], say: (line: string) => void) {
  const empty = () => emptyBox(databaseUrl);
  await closedLoop(server.port, requests.slice(0, WARM_UP), CONNECTIONS);
  await empty();
  const castsPerSecond = perSecond(await closedLoop(server.port, requests, CONNECTIONS));
  say(`casts: ${castsPerSecond.toFixed(0)}/s`);
  await empty();
  const random = seededRandom(2);
  const withinOneSecond = requests.map(() => random() * 1000).sort((a, b) => a - b);
  const burst = checked(await openLoop(server.port, requests, withinOneSecond, requests.length));
  say(`burst: last receipt after ${(burst.seconds * 1000).toFixed(0)} ms`);
  const apiRssMb = await server.rssMb();
  await empty();
  const steady = checked(await openLoop(server.port, requests, requests.map((_request, index) => (index * 1000) / STEADY_RATE), CONNECTIONS));
  const [p50Ms, p99Ms] = [percentile(burst.latencies, 0.5), percentile(burst.latencies, 0.99)];
  return {
    castsPerSecond,
    burst: { delegates: requests.length, lastReceiptMs: burst.seconds * 1000, p50Ms, p99Ms, maxMs: burst.latencies.at(-1) ?? 0 },
    steady: { ratePerSecond: STEADY_RATE, p50Ms: percentile(steady.latencies, 0.5), p99Ms: percentile(steady.latencies, 0.99) },
    apiRssMb: Math.max(apiRssMb, await server.rssMb()),
  };
}

/** The bench's own database only: lets the same ballots be cast again, past the triggers that forbid it. */
async function emptyBox(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  await sql`SET session_replication_role = replica`;
  await sql`DELETE FROM box.box_open`;
  await sql`VACUUM box.box_open`;
  await sql.end();
}

/** The whole recount of the auditors' level: every check, every ballot opened, the tally. */
async function measureCount(hall: Hall, roundId: string): Promise<number> {
  const round = await count(hall, roundId);
  const [chief] = hall.scrutineers;
  if (chief === undefined) throw new Error('The hall has no chief scrutineer.');
  const files = new Map<string, Uint8Array>([[KEYS_FILE, makeKeysFile(await chief.releasedKeys(round))]]);
  for (const file of RECORD_FILES) files.set(file, file === 'box.jsonl' ? await chief.auditBox(roundId) : await chief.recordFile(roundId, file));
  return secondsOf(async () => {
    const failures = failed(await verifyRecord(NODE_PLATFORM, files));
    if (failures.length > 0) throw new Error(`The record fails: ${failures.join(', ')}`);
  });
}

function perSecond(load: Load): number {
  return checked(load).answers.length / load.seconds;
}

/** A figure counts only when every ballot got its receipt. */
function checked(load: Load): Load {
  const bad = load.answers.find(({ status }) => status !== 200);
  if (bad !== undefined) throw new Error(`A cast was answered ${String(bad.status)}: ${bad.body}`);
  return load;
}

function rounded(figures: BenchFigures): BenchFigures {
  const whole = (value: number) => Math.round(value);
  const tenth = (value: number) => Math.round(value * 10) / 10;
  const { burst, steady } = figures;
  return {
    issuesPerSecond: whole(figures.issuesPerSecond),
    castsPerSecond: whole(figures.castsPerSecond),
    limitCastsPerSecond: whole(figures.limitCastsPerSecond),
    burst: { delegates: burst.delegates, lastReceiptMs: whole(burst.lastReceiptMs), p50Ms: tenth(burst.p50Ms), p99Ms: tenth(burst.p99Ms), maxMs: tenth(burst.maxMs) },
    steady: { ratePerSecond: steady.ratePerSecond, p50Ms: tenth(steady.p50Ms), p99Ms: tenth(steady.p99Ms) },
    apiRssMb: whole(figures.apiRssMb),
    verifyOpenTallySeconds: tenth(figures.verifyOpenTallySeconds),
  };
}
