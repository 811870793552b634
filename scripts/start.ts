/**
 * `npm start`: the whole installation in one process group. Without DATABASE_URL it brings the embedded
 * Postgres along; migrations and the first rehearsal or setup link follow. Ctrl-C stops everything.
 */
import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { ConfigError, readConfig } from '#server/config.ts';
import type { Config } from '#server/config.ts';
import { runningServer, takeDataLock } from '#server/data-lock.ts';
import { startEmbeddedPostgres } from '#server/db/embedded.ts';
import { ensureRehearsal } from '#server/features/rehearsal-seed/rehearsal-seed.service.ts';
import { makeFirstSetupLink } from '#server/features/setup/setup.service.ts';
import { startServer } from '#server/main.ts';
import { SOON_DAYS } from '#shared/domain/certificate-days.ts';

const config = await readConfig().catch((error: unknown) => {
  if (!(error instanceof ConfigError)) throw error;
  console.error(`Wrong setting. ${error.message}`);
  process.exit(1);
});

/** What is running by now; stopped in reverse order, whenever the signal comes. */
const running: (() => Promise<void> | void)[] = [];
const state = { stopping: false };
async function stop(code: number): Promise<void> {
  if (state.stopping) return;
  state.stopping = true;
  for (const end of running.reverse()) await end();
  process.exit(code);
}
process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));

try {
  await run(config);
} catch (error) {
  // A signal in the middle of the start ends what the start waits for; that is no fault to report.
  if (!state.stopping) console.error(portProblem(error) ?? error);
  await stop(1);
}

async function run(settings: Config): Promise<void> {
  const other = runningServer(settings);
  if (other !== null) {
    console.error(`Already running on ${settings.dataDir} (process ${String(other)}). Stop it, or set DATA_DIR and PORT.`);
    process.exit(1);
  }
  running.push(takeDataLock(settings).release);
  const server = await startServer(settings, await databaseOf(settings));
  running.push(() => server.close());
  if (settings.rehearsal) await ensureRehearsal(server.deps);
  const token = settings.rehearsal ? null : await makeFirstSetupLink(server.deps);
  if (token !== null) console.log(`First clerk, once: ${settings.publicOrigins[0]}/setup#${token}`);
  console.log(`${settings.rehearsal ? '演练 (rehearsal)' : '民生实事项目票决'}: ${server.url}   data: ${settings.dataDir}`);
  for (const line of networkLines(settings)) console.log(line);
  console.log('Ctrl-C stops everything.');
}

async function databaseOf({ databaseUrl, dataDir, databasePassword }: Config): Promise<string> {
  if (databaseUrl !== null) return databaseUrl;
  const database = await startEmbeddedPostgres(join(dataDir, 'postgres'), databasePassword);
  running.push(() => database.stop());
  return database.url;
}

/** How other devices come in, where they can. */
function networkLines({ tls, httpPort }: Config): readonly string[] {
  if (tls === null) return [];
  const days = Math.floor((tls.notAfter.getTime() - Date.now()) / 86_400_000);
  const until = `Certificate: ${tls.names.join(', ')}; until ${tls.notAfter.toISOString().slice(0, 10)}${days < SOON_DAYS ? ` (${String(days)} days left: renew it)` : ''}.`;
  if (tls.authority === null) return [until];
  const at = httpPort === null ? '' : `   devices install it from http://${tls.names[0] ?? ''}:${String(httpPort)}/`;
  return [until, `Authority SHA-256: ${new X509Certificate(tls.authority).fingerprint256}${at}`];
}

function portProblem(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const plain = error instanceof Error && 'port' in error && error.port === config.httpPort;
  const [name, port] = plain ? ['HTTP_PORT', config.httpPort] : ['PORT', config.port];
  if (code === 'EADDRINUSE') return `${name}: ${String(port)} is in use. Set another ${name}.`;
  if (code === 'EACCES') return `${name}: ${String(port)} may not be opened by this user.`;
  return null;
}
