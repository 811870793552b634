import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { boothSums } from './scripts/build/booth-sums.ts';
import { compressedFiles } from './scripts/build/compressed-files.ts';

/**
 * The booth, which handles ballots, built by itself after the other pages: it carries nothing that they need,
 * and its hash names this program alone. Nothing inline, nothing from another host.
 */
export default defineConfig({
  root: 'web',
  publicDir: false,
  plugins: [react(), compressedFiles('dist/web/booth'), boothSums('dist/web')],
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
