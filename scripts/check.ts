/**
 * `npm test`: everything that must hold: schema, types, lint with the import rules, the built client,
 * then unit, integration (real Postgres) and browser tests (real Chromium). The last line is
 * `N passed, N failed`; a step that fails counts as one failure.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { findChromium } from './chromium.ts';

const report = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number(), success: z.boolean() });

let passed = 0;
let failed = 0;

const chromium = findChromium();
if (!chromium.ok) {
  console.error(chromium.message);
  finish(1);
}

for (const name of ['generate', 'types', 'lint', 'build']) {
  if (run('npm', ['run', '--silent', name])) passed += 1;
  else failed += 1;
}
const folder = mkdtempSync(join(tmpdir(), 'vote-check-'));
for (const project of ['unit', 'integration', 'e2e']) {
  const file = join(folder, `${project}.json`);
  const fine = run('npx', ['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const counts = readReport(file);
  passed += counts.passed;
  failed += counts.failed === 0 && !fine ? 1 : counts.failed;
}
rmSync(folder, { recursive: true, force: true });
finish(failed === 0 ? 0 : 1);

function run(command: string, args: readonly string[]): boolean {
  console.log(`\n> ${[command, ...args.slice(0, 5)].join(' ')}`);
  const started = Date.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...(chromium.ok ? { CHROMIUM_PATH: chromium.path } : {}) } });
  console.log(`  ${status === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return status === 0;
}

function readReport(file: string): { passed: number; failed: number } {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = report.parse(JSON.parse(readFileSync(file, 'utf8')));
    // A test that was skipped proves nothing: it counts as failed.
    return { passed: numPassedTests, failed: numFailedTests + numPendingTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function finish(code: number): never {
  console.log(`${String(passed)} passed, ${String(Math.max(failed, code))} failed`);
  process.exit(code);
}
