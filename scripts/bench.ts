/**
 * `npm run bench -- --delegates 3000`: how quickly ballots are received and counted on this machine. Loopback
 * only, stops by itself. The last line of stdout is one JSON object. It reports, it is no test.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { runBench } from './bench/run.ts';

const { values } = parseArgs({ options: { delegates: { type: 'string', default: '3000' } } });
const delegates = z.coerce.number().int().min(20).max(5000).safeParse(values.delegates);
if (delegates.success) {
  console.log(JSON.stringify(await runBench(delegates.data, console.log)));
} else {
  console.error('--delegates: a whole number from 20 to 5000');
  process.exitCode = 1;
}
