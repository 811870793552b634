import { z } from 'zod';
import { readSheet } from './read-sheet.ts';

const order = z.object({ file: z.instanceof(Uint8Array), limits: z.object({ rows: z.int(), bytes: z.int() }) });

/** One file per process: it answers with what was read and ends, or ends with the server. */
process.once('message', (message) => {
  const { file, limits } = order.parse(message);
  process.send?.(readSheet(file, limits), () => process.disconnect());
});
