import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressedFiles } from './scripts/build/compressed-files.ts';

/** All pages but the booth's, which is built by itself (vite.booth.config.ts). Nothing inline, nothing from another host. */
export default defineConfig({
  root: 'web',
  // web/public holds the pages for the public; files served as they are lie here.
  publicDir: 'public-files',
  plugins: [react(), compressedFiles('dist/web')],
  worker: { format: 'es' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { input: { pages: fileURLToPath(new URL('web/index.html', import.meta.url)) } },
  },
});
