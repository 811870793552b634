import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { CLIENT_FOLDER } from '#server/plugins/pages.ts';
import { findChromium } from '#scripts/chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    chromiumPath: string;
  }
}

/** The browser and the built client that the browser tests drive. */
export default function setup(project: TestProject): void {
  const chromium = findChromium();
  if (!chromium.ok) throw new Error(chromium.message);
  project.provide('chromiumPath', chromium.path);
  if (existsSync(CLIENT_FOLDER)) return;
  const built = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
  if (built.status !== 0) throw new Error('The client could not be built.');
}
