import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { inject } from 'vitest';

/**
 * Chromium opens two pages of its address bar beside every window, which cost more than most of ours. A second list of
 * features takes the place of Playwright's, so what that switches off for a closed network is named again.
 */
const NOT_NEEDED = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'HttpsUpgrades', 'MediaRouter', 'OptimizationHints', 'NetworkTimeServiceQuerying'];

/** Real Chromium, headless, quiet on a closed network; `flags` for what one test needs beside. */
export function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: inject('chromiumPath'),
    args: [
      '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync', `--disable-features=${NOT_NEEDED.join(',')}`, ...flags,
    ],
  });
}
