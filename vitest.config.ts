import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** No module of ours keeps state that a file could leave to the next one, and loading them anew is half of a short run. */
const isolate = false;

/** The longest days, the longest first: one that begins last is waited for alone. */
const LONG = ['e2e/four-hundred', 'e2e/console', 'e2e/congress-day', 'integration/printed', 'integration/outcome', 'integration/archive'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files.filter((file) => placeOf(file) < 0));
    return [...files.filter((file) => placeOf(file) >= 0).toSorted((a, b) => placeOf(a) - placeOf(b)), ...others];
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  return LONG.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { name: 'unit', isolate, include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'integration',
          isolate,
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/postgres-global-setup.ts', 'tests/support/stamp-keys-global-setup.ts'],
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
          globalSetup: ['tests/support/postgres-global-setup.ts', 'tests/support/stamp-keys-global-setup.ts', 'tests/support/browser-global-setup.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
