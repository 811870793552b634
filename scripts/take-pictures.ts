/**
 * `npm run pictures`: the README's pictures, taken while the browser test of the congress day passes through
 * its main moments. Writes docs/pictures/*.png.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { CHECKOUT } from '#server/checkout.ts';

const folder = join(CHECKOUT, 'docs/pictures');
const day = ['vitest', 'run', '--project', 'e2e', 'tests/e2e/congress-day.test.ts'];
const { status } = spawnSync('npx', day, { cwd: CHECKOUT, stdio: 'inherit', env: { ...process.env, PICTURES_DIR: folder } });
process.exitCode = status ?? 1;
