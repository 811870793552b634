import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout, the same for the sources and for the built server: where package.json lies. */
export const CHECKOUT = folderWith('package.json', dirname(fileURLToPath(import.meta.url)));

function folderWith(name: string, start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, name))) return folder;
    if (folder === dirname(folder)) throw new Error(`No ${name} above ${start}`);
  }
}
