/**
 * `npm run booth-speed`: how soon a delegate can begin on a slow phone. Real Chromium, its processor slowed
 * down four times, a line of 1.6 Mbit/s and 150 ms; a rehearsal of its own on loopback. Prints a table and, as
 * its last line, one JSON object. It reports, it is no test.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { SLOW_PHONE } from './booth-speed/slow-phone.ts';
import { measureBooth } from './booth-speed/measure.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const runs = z.coerce.number().int().min(1).max(20).safeParse(values.runs);
if (runs.success) {
  const { firstScreenKb, measured } = await measureBooth(runs.data);
  const rows = Object.entries(measured).map(([what, all]) => ({ what, ...figuresOf(all) }));
  console.table(rows);
  console.log(JSON.stringify({ ...SLOW_PHONE, runs: runs.data, firstScreenKb, ...Object.fromEntries(rows.map(({ what, ...figures }) => [what, figures])) }));
} else {
  console.error('--runs: a whole number from 1 to 20');
  process.exitCode = 1;
}

function figuresOf(all: readonly number[]): { readonly medianMs: number; readonly bestMs: number; readonly worstMs: number } {
  const sorted = all.toSorted((a, b) => a - b).map(Math.round);
  return { medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0, bestMs: sorted[0] ?? 0, worstMs: sorted.at(-1) ?? 0 };
}
