import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { expectDrawn } from './drawn.ts';

/** Longer than any wait of the day but the closing countdown. */
const PATIENCE_MS = 20_000;

/**
 * A browser in which nothing goes wrong unseen. `faults` collects errors on the console, uncaught errors,
 * server faults, requests to another host and breaches of the Content-Security-Policy; `refusals` what the
 * server refused, as "422 /path": a test says which of them it provoked.
 */
export type WatchedBrowser = {
  readonly faults: string[];
  readonly refusals: string[];
  /** A device of its own: nothing kept in it is seen by another. */
  device(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** A page on a device of its own. */
  person(options?: BrowserContextOptions): Promise<Page>;
  /** What every page shows now, for whoever looks into a failure. */
  describe(): Promise<string>;
  close(): Promise<void>;
};

export async function watchedBrowser(origin: string, flags: readonly string[] = []): Promise<WatchedBrowser> {
  const browser: Browser = await launchBrowser(flags);
  const faults: string[] = [];
  const refusals: string[] = [];
  const device = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 }, ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    watch(context, origin, faults, refusals);
    return context;
  };
  return {
    faults,
    refusals,
    device,
    person: async (options) => (await device(options)).newPage(),
    describe: async () => {
      const pages = browser.contexts().flatMap((context) => context.pages());
      const shown = await Promise.all(pages.map(async (page) => `--- ${page.url()}\n${await page.locator('body').innerText()}`));
      return [...shown, 'faults:', ...faults, 'refusals:', ...refusals].join('\n');
    },
    close: () => browser.close(),
  };
}

function watch(context: BrowserContext, origin: string, faults: string[], refusals: string[]): void {
  context.on('console', (message) => {
    // The browser's own line about a refused request; the answer itself is seen below.
    const refused = /^Failed to load resource: the server responded with a status of 4/.test(message.text());
    if (message.type() === 'error' && !refused) faults.push(`console at ${message.page()?.url() ?? '?'}: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`uncaught at ${error.page()?.url() ?? '?'}: ${String(error.error())}`));
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith('http') && asked !== origin) faults.push(`request to another host: ${request.url()}`);
  });
  context.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (response.status() >= 500) faults.push(`${response.status()} ${pathname}`);
    else if (response.status() >= 400) refusals.push(`${response.status()} ${pathname}`);
  });
}

/** Keeps a picture of the page, from its top, where PICTURES_DIR names a folder for them. */
export async function picture(page: Page, name: string): Promise<void> {
  const path = await pathOf(name);
  if (path === null) return;
  await page.evaluate(() => {
    window.scrollTo(0, 0);
  });
  await writeFile(path, await expectDrawn(page, name));
}

/** The same of one part of a page, in its whole length: a sheet of paper. */
export async function pictureOf(part: Locator, name: string): Promise<void> {
  const path = await pathOf(name);
  if (path !== null) await writeFile(path, await expectDrawn(part, name));
}

async function pathOf(name: string): Promise<string | null> {
  const folder = process.env['PICTURES_DIR'];
  if (folder === undefined || folder === '') return null;
  await mkdir(folder, { recursive: true });
  return join(folder, `${name}.png`);
}
