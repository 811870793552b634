import { defineConfig } from 'vitest/config';

/** No module of ours keeps state that a file could leave to the next one, and loading them anew is half of a short run. */
const isolate = false;

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', isolate, include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'integration',
          isolate,
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/postgres-global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // A day over HTTP waits for the database half of its time.
          maxWorkers: 3,
        },
      },
      {
        test: {
          name: 'e2e',
          isolate,
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/postgres-global-setup.ts', 'tests/support/browser-global-setup.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
