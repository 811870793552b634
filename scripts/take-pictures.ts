/**
 * `npm run pictures`: the README's pictures, taken while browser tests pass through the main moments of a day, of a
 * tie and of a shared tablet. Writes docs/pictures/*.png, and nothing unless every test passed and every picture is
 * there and small enough to be read over a slow line. About four minutes.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKOUT } from '#server/checkout.ts';

const TESTS = ['congress-day', 'hall', 'tablet'].map((name) => `tests/e2e/${name}.test.ts`);
const MOST_BYTES = 250_000;
/** As the README names them. */
const PICTURES = [
  'letter', 'booth-letter', 'booth-ballot', 'booth-ballot-dark', 'booth-review', 'booth-receipt', 'tablet-door', 'tablet-cover',
  'console', 'scrutineer-gate-1', 'screen-check-in', 'screen-voting', 'screen-tie', 'screen-result',
  'document-result-sheet', 'office', 'announcement', 'recount',
].map((name) => `${name}.png`);

const taken = mkdtempSync(join(tmpdir(), 'pictures-'));
const run = spawnSync('npx', ['vitest', 'run', '--project', 'e2e', ...TESTS], {
  cwd: CHECKOUT,
  stdio: 'inherit',
  env: { ...process.env, PICTURES_DIR: taken },
});
const faults = run.status === 0 ? PICTURES.flatMap(faultOf) : ['A test failed; the pictures stay as they were.'];
if (faults.length === 0) keep();
for (const fault of faults) console.error(fault);
rmSync(taken, { recursive: true });
process.exitCode = faults.length === 0 ? 0 : 1;

function faultOf(name: string): readonly string[] {
  const path = join(taken, name);
  if (!existsSync(path)) return [`${name} was not taken.`];
  const { size } = statSync(path);
  return size <= MOST_BYTES ? [] : [`${name} has ${String(size)} bytes; at most ${String(MOST_BYTES)} are kept.`];
}

/** Puts the new pictures in the place of all old ones. */
function keep(): void {
  const folder = join(CHECKOUT, 'docs/pictures');
  for (const old of readdirSync(folder).filter((name) => name.endsWith('.png'))) rmSync(join(folder, old));
  for (const name of PICTURES) copyFileSync(join(taken, name), join(folder, name));
  console.log(PICTURES.map((name) => `${name} ${String(Math.round(statSync(join(folder, name)).size / 1000))} kB`).join('\n'));
}
