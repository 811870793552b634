/**
 * `npm test`: everything that must hold: schema, types, lint with the import rules, the built client,
 * then unit, integration (real Postgres) and browser tests (real Chromium). The last line is
 * `N passed, N failed`; a step that fails counts as one failure.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { findChromium } from './chromium.ts';

type Counts = { readonly passed: number; readonly failed: number };

const report = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number(), success: z.boolean() });

const chromium = findChromium();
if (!chromium.ok) {
  console.error(chromium.message);
  finish({ passed: 0, failed: 1 });
}

const generated = await step('generate');
// Lint needs one core for longer than types, build and unit tests together; the browser tests need both for themselves.
const [lint, others] = await Promise.all([
  step('lint', 'at its end'),
  inTurn(() => step('types'), () => step('build'), () => tests('unit'), () => tests('integration')),
]);
finish(sum([generated, lint, others, await tests('e2e')]));

async function inTurn(...steps: readonly (() => Promise<Counts>)[]): Promise<Counts> {
  let counts: Counts = { passed: 0, failed: 0 };
  for (const one of steps) counts = sum([counts, await one()]);
  return counts;
}

/** Of steps side by side only one prints as it goes. */
type Output = 'as it comes' | 'at its end';

async function step(name: string, output: Output = 'as it comes'): Promise<Counts> {
  return (await run('npm', ['run', '--silent', name], output)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function tests(project: string): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'vote-check-'));
  const file = join(folder, 'report.json');
  const fine = await run('npx', ['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const { passed, failed } = readReport(file);
  rmSync(folder, { recursive: true, force: true });
  return { passed, failed: failed === 0 && !fine ? 1 : failed };
}

function run(command: string, args: readonly string[], output: Output = 'as it comes'): Promise<boolean> {
  const title = `\n> ${[command, ...args.slice(0, 5)].join(' ')}`;
  const started = Date.now();
  const env = { ...process.env, ...(chromium.ok ? { CHROMIUM_PATH: chromium.path } : {}) };
  const kept: Buffer[] = [];
  if (output === 'as it comes') console.log(title);
  const child = spawn(command, args, { stdio: output === 'as it comes' ? 'inherit' : ['ignore', 'pipe', 'pipe'], env });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => kept.push(chunk));
  return new Promise((done) => {
    child.once('error', () => done(false));
    child.once('close', (code) => {
      if (output === 'at its end') console.log(`${title}\n${Buffer.concat(kept).toString()}`);
      console.log(`  ${code === 0 ? 'ok' : 'FAILED'}: ${args.join(' ').slice(0, 40)}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
      done(code === 0);
    });
  });
}

function readReport(file: string): Counts {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = report.parse(JSON.parse(readFileSync(file, 'utf8')));
    // A test that was skipped proves nothing: it counts as failed.
    return { passed: numPassedTests, failed: numFailedTests + numPendingTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function sum(all: readonly Counts[]): Counts {
  return all.reduce((left, right) => ({ passed: left.passed + right.passed, failed: left.failed + right.failed }));
}

function finish({ passed, failed }: Counts): never {
  console.log(`${String(passed)} passed, ${String(failed)} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
