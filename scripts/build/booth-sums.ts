import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import { filesOf } from './compressed-files.ts';

/** How anyone checks the list, at its head: lines with # are comments to sha256sum. */
const HEAD = `# 投票页面的程序，每个文件一行：SHA-256 和路径。本清单自己的 SHA-256 就是会场大屏上显示的数。
# The program of the voting page, one line a file: SHA-256 and path. The SHA-256 of this list is the figure on the hall screen.
# 核对 To check, with HOST the address of the voting page, e.g. https://vote.example:
#   curl -sO $HOST/booth/SHA256SUMS && sha256sum SHA256SUMS
#   sed -n 's/^[0-9a-f]*  //p' SHA256SUMS | while read f; do curl -s --create-dirs -o "$f" "$HOST/$f"; done
#   sha256sum -c SHA256SUMS
# $HOST/b must be the very bytes of booth/index.html, which names the other files. \`npm run build\` makes the same list from the source.
`;

/**
 * Writes booth/SHA256SUMS, the list of the booth's files in the form of `sha256sum`, and prints the list's own
 * SHA-256: the name of the program that handles ballots. Compressed copies are the same files and not listed.
 */
export function boothSums(webFolder: string): Plugin {
  return {
    name: 'booth-sums',
    apply: 'build',
    // What an earlier build left would be listed too.
    buildStart: () => rm(join(webFolder, 'booth'), { recursive: true, force: true }),
    closeBundle: async () => {
      const text = HEAD + (await linesOf(webFolder)).join('');
      await writeFile(join(webFolder, 'booth/SHA256SUMS'), text);
      process.stdout.write(`Booth SHA-256 ${sha256(text)}\n`);
    },
  };
}

async function linesOf(webFolder: string): Promise<readonly string[]> {
  const paths = (await filesOf(join(webFolder, 'booth'))).filter((path) => !/(\.gz|\.br|SHA256SUMS)$/.test(path));
  const lines = paths.map(async (path) => ({ name: relative(webFolder, path).split(sep).join('/'), hash: sha256(await readFile(path)) }));
  return (await Promise.all(lines)).toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, hash }) => `${hash}  ${name}\n`);
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
