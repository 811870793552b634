import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findChromium } from '../chromium.ts';
import { startOwnServer } from '../simulation/own-server.ts';
import { openedHall } from './hall.ts';
import { slowDown } from './slow-phone.ts';

const PATIENCE_MS = 60_000;
/** Seldom: each look takes time from the page. */
const LOOK_EVERY_MS = 200;
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Milliseconds, one figure a run: from the address to the letter screen, from the pressed button to the ballot, from a second visit to the letter screen. */
export type Measured = { readonly letterScreen: readonly number[]; readonly ballot: readonly number[]; readonly letterScreenAgain: readonly number[] };

/** Opens the booth once a run, each on a device that has never seen it. */
export async function measureBooth(runs: number): Promise<{ readonly firstScreenKb: number; readonly measured: Measured }> {
  const found = findChromium();
  if (!found.ok) throw new Error(found.message);
  const server = await startOwnServer();
  const browser = await chromium.launch({ executablePath: found.path, args: FLAGS });
  try {
    const { congressId, codes } = await openedHall(server.url, runs);
    const visits = [];
    for (const code of codes) visits.push(await visit(browser, `${server.url}/b/${congressId}`, code));
    return {
      firstScreenKb: visits[0]?.firstScreenKb ?? 0,
      measured: {
        letterScreen: visits.map(({ letterScreen }) => letterScreen),
        ballot: visits.map(({ ballot }) => ballot),
        letterScreenAgain: visits.map(({ again }) => again),
      },
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function aPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  // The loader of this script marks functions by a call that a page does not know.
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.addInitScript(markMoments);
  await slowDown(page);
  return page;
}

async function visit(browser: Browser, address: string, code: string) {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 } });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await aPage(context);
  await page.goto(address, { waitUntil: 'commit' });
  const letterScreen = await momentOf(page, 'letter-screen');
  const firstScreenKb = await page.evaluate(() => {
    const until = performance.getEntriesByName('letter-screen')[0]?.startTime ?? 0;
    const loaded = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].filter(({ startTime }) => startTime <= until);
    return loaded.reduce((sum, entry) => sum + (entry instanceof PerformanceResourceTiming && !entry.name.includes('/api/') ? entry.encodedBodySize : 0), 0) / 1000;
  });
  await page.getByRole('textbox', { name: '凭证码' }).fill(code);
  await page.getByRole('button', { name: '进入投票间' }).click();
  const ballot = (await momentOf(page, 'ballot')) - (await momentOf(page, 'pressed'));
  const second = await aPage(context);
  await second.goto(address, { waitUntil: 'commit' });
  const again = await momentOf(second, 'letter-screen');
  await context.close();
  return { letterScreen, firstScreenKb: Math.round(firstScreenKb * 10) / 10, ballot, again };
}

/** Milliseconds since the address was asked for; waits for the moment. */
async function momentOf(page: Page, name: string): Promise<number> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const moment = await page.evaluate((wanted) => performance.getEntriesByName(wanted)[0]?.startTime ?? null, name);
    if (moment !== null) return moment;
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error(`The booth did not come to ${name}.`);
}

/** Runs in the page: marks when the letter field and a project's card are painted and take input, and when the letter was handed in. */
function markMoments(): void {
  const watched = {
    'letter-screen': () => document.querySelector('textarea:enabled, input:enabled') !== null,
    ballot: () => Array.from(document.querySelectorAll('button[aria-pressed]:enabled')).some(({ textContent }) => /\d+ 号/.test(textContent)),
  };
  const waiting = new Map(Object.entries(watched));
  const look = new MutationObserver(() => {
    for (const [name, isThere] of waiting) {
      if (!isThere()) continue;
      waiting.delete(name);
      requestAnimationFrame(() => setTimeout(() => performance.mark(name)));
    }
  });
  look.observe(document, { childList: true, subtree: true, attributes: true });
  document.addEventListener('submit', () => performance.mark('pressed'), true);
}
