/**
 * `npm run migration -- OLD_SCHEMA`: prints the SQL that leads from an older schema.prisma (a file,
 * or nothing for an empty database) to the current one. Prisma's WebAssembly engine works it out
 * without a download.
 */
import { readFile } from 'node:fs/promises';
import { startTemporaryPostgres } from '#server/db/embedded.ts';
import { schemaDifference } from './schema-difference.ts';

const [older] = process.argv.slice(2);
const database = await startTemporaryPostgres();
try {
  const from = older === undefined ? null : await readFile(older, 'utf8');
  console.log(await schemaDifference(database.url, from, await readFile('prisma/schema.prisma', 'utf8')));
} finally {
  await database.stop();
}
