import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const page = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Two pages: the booth, which handles ballots and stays small, and all others. Nothing inline, nothing from another host. */
export default defineConfig({
  root: 'web',
  // web/public holds the pages for the public; files served as they are lie here.
  publicDir: 'public-files',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: { pages: page('web/index.html'), booth: page('web/booth/index.html') },
    },
  },
});
