/**
 * `npm run simulate -- --out DIR ...`: a whole congress day over HTTP with real cryptography. Everyone is a
 * client of their own; delegates choose by the seed. The last line of stdout is one JSON object.
 */
import { simulateDay } from './simulation/day.ts';
import { ArgumentError, readArguments } from './simulation/arguments.ts';
import { isEmptyFolder } from './simulation/record-folder.ts';
import { startOwnServer } from './simulation/own-server.ts';
import { RefusedError } from '#server/features/simulation/api-client.ts';

try {
  await main();
} catch (error) {
  const known = error instanceof ArgumentError || error instanceof RefusedError;
  console.error(known ? error.message : error);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const wanted = readArguments(process.argv.slice(2));
  if (!(await isEmptyFolder(wanted.out))) throw new ArgumentError(`--out: ${wanted.out} is not empty`);
  const login = readLogin(process.env['SIMULATE_CLERK']);
  if (wanted.url !== undefined) {
    print(await simulateDay(wanted.url, wanted, login, console.log));
    return;
  }
  const own = await startOwnServer();
  try {
    print(await simulateDay(own.url, wanted, null, console.log));
  } finally {
    await own.close();
  }
}

function print(summary: unknown): void {
  console.log(JSON.stringify(summary));
}

function readLogin(text: string | undefined): { name: string; password: string } | null {
  if (text === undefined || text === '') return null;
  const colon = text.indexOf(':');
  if (colon < 1) throw new ArgumentError('SIMULATE_CLERK: name:password');
  return { name: text.slice(0, colon), password: text.slice(colon + 1) };
}
