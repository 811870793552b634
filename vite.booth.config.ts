import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { boothSums } from './scripts/build/booth-sums.ts';
import { compressedFiles } from './scripts/build/compressed-files.ts';

/**
 * One file of the library holds SHA-256, which the first screen needs, and SHA-512, which only browsers without
 * Ed25519 of their own need: those take a copy of the file, so that the first screen carries the half it uses.
 */
const ownSha512: Plugin = {
  name: 'own-sha512',
  enforce: 'pre',
  async resolveId(source, importer = '') {
    if (!source.endsWith('/sha2.js') || !/ed25519-noble|@noble\/curves/.test(importer)) return null;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found === null ? null : `${found.id}?for-curves`;
  },
};

/**
 * The booth, which handles ballots, built by itself after the other pages: it carries nothing that they need,
 * and its hash names this program alone. Nothing inline, nothing from another host.
 */
export default defineConfig({
  root: 'web',
  publicDir: false,
  plugins: [react(), ownSha512, compressedFiles('dist/web/booth'), boothSums('dist/web')],
  build: {
    outDir: '../dist/web',
    emptyOutDir: false,
    assetsDir: 'booth/assets',
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { booth: fileURLToPath(new URL('web/booth/index.html', import.meta.url)) } },
  },
});
