import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startRehearsal } from '#shared/contract/rehearsal.ts';
import { api } from '#tests/support/api.ts';
import { looksRight, looksRightNow } from '#tests/support/looks-right.ts';
import { ClerkPage } from '#tests/support/pages/clerk-page.ts';
import { readLines } from '#tests/support/pages/figures.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';
import { watchedBrowser } from '#tests/support/watched-browser.ts';
import type { WatchedBrowser } from '#tests/support/watched-browser.ts';
import { PAGE_LIST } from '#web/page-list.ts';

type Visited = { readonly path: string; readonly zh: string; readonly en: string; readonly rehearsal: boolean };

/**
 * Every page path with its heading in both languages, and whether it belongs to a congress, here a rehearsal. Each is
 * looked at as it first opens; what stands on it in the course of the day, the tests of that day look at.
 */
const PAGES: readonly Visited[] = [
  { path: '/', zh: '民生实事项目票决', en: 'Livelihood project vote', rehearsal: true },
  { path: '/connection', zh: '连接检查', en: 'Connection check', rehearsal: false },
  { path: '/setup', zh: '建立第一个会议', en: 'Make the first congress', rehearsal: false },
  { path: '/setup#a-link-of-the-terminal', zh: '建立第一个会议', en: 'Make the first congress', rehearsal: false },
  { path: '/console/:congress', zh: '工作人员登录', en: 'Clerk sign-in', rehearsal: true },
  { path: '/account', zh: '设置新密码', en: 'Choose a new password', rehearsal: false },
  { path: '/enrol', zh: '制作监票人钥匙', en: 'Make your scrutineer’s keys', rehearsal: false },
  { path: '/scrutineer/:congress', zh: '凭监票人凭单登录', en: 'Sign in with your scrutineer’s sheet', rehearsal: true },
  { path: '/screen/:congress', zh: '会议即将开始', en: 'The meeting begins soon', rehearsal: true },
  { path: '/office/:congress', zh: '办事处登录', en: 'Office sign-in', rehearsal: true },
  { path: '/p/:congress', zh: '结果还没有公布', en: 'Not published yet', rehearsal: true },
  { path: '/p/:congress/recount', zh: '重新计票', en: 'Recount', rehearsal: true },
  { path: '/b', zh: '请输入投票凭证上的码', en: 'Enter the code of your credential letter', rehearsal: true },
  { path: '/b/:congress', zh: '请输入投票凭证上的码', en: 'Enter the code of your credential letter', rehearsal: true },
];

let server: TestServer;
let browser: WatchedBrowser;
let congressId: string;

beforeAll(async () => {
  server = await startTestServer();
  browser = await watchedBrowser(server.url);
  congressId = (await api(server.url).must(startRehearsal, { body: { delegates: 5, scrutineers: 3, threshold: 2 } })).id;
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

afterEach(() => {
  expect(browser.faults.splice(0)).toEqual([]);
});

test('every page of the router stands in this list', () => {
  const listed = new Set(PAGES.map(({ path }) => path.replace(/#.*/, '').replace(':congress', ':congressId')));
  const unlisted = PAGE_LIST.map(({ path }) => path.replace('/*', '')).filter((path) => !listed.has(path));
  // The print page is the documents test's, which has a document to print.
  expect(unlisted).toEqual(['/print/:congressId/:name']);
});

test.each(PAGES)('$path', async ({ path, rehearsal, zh, en }) => {
  const page = await aPage('zh');
  const response = await page.goto(server.url + path.replace(':congress', congressId));
  const isThere = async (heading: string, lang: string) => {
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
  };
  await isThere(zh, 'zh-CN');
  expect(response?.status()).toBe(200);
  expect(response?.headers()['content-security-policy']).toMatch(/^default-src '(self|none)'/);
  const band = page.getByRole('note').filter({ hasText: '演练' });
  if (rehearsal) await band.waitFor();
  else expect(await band.count()).toBe(0);
  // The hall screen has sizes of its own, which the hall's test measures.
  await looksRight(page, path, path.startsWith('/screen') ? { widths: [] } : {});
  await page.evaluate(() => localStorage.setItem('language', 'en'));
  await page.reload();
  await isThere(en, 'en');
  expect(browser.refusals.splice(0)).toEqual([]);
  await page.context().close();
});

test.each(['zh', 'en'] as const)('every step of the console and its side pages, in %s', async (language) => {
  const page = await aPage('zh');
  await new ClerkPage(page).useRehearsalAccount(server.url, congressId);
  await page.evaluate((chosen) => localStorage.setItem('language', chosen), language);
  await page.reload();
  const rail = page.getByRole('navigation').getByRole('link');
  await rail.first().waitFor();
  for (const link of await rail.all()) await follow(page, link);
  for (const link of await page.locator('.side-links a:not([target])').all()) await follow(page, link);
  expect(browser.refusals.splice(0)).toEqual([]);
  await page.context().close();
});

test('a path that is no page and a congress that is not there are answered in words', async () => {
  const page = await aPage('zh');
  const unknown = await page.goto(`${server.url}/nothing-here`);
  expect(unknown?.status()).toBe(404);
  await page.getByRole('heading', { level: 1, name: '这个页面打不开' }).waitFor();
  expect(await page.getByRole('link', { name: '回到首页' }).getAttribute('href')).toBe('/');
  for (const path of ['console', 'scrutineer', 'screen', 'office', 'p', 'b']) {
    await page.goto(`${server.url}/${path}/AAAAAAAAAAAAAAAAAAAAAA`);
    await expect.poll(async () => (await readLines(page.locator('body'))).join('').length, { timeout: 10_000 }).toBeGreaterThan(20);
    await looksRightNow(page, `${path} of an unknown congress`);
  }
  await page.goto(`${server.url}/p/AAAAAAAAAAAAAAAAAAAAAA/no/such/page`);
  await page.getByRole('heading', { level: 1, name: '这个页面打不开' }).waitFor();
  await looksRight(page, 'a page that is not there');
  // The last page asks again and again for its congress: it is shut before what was refused is read.
  await page.context().close();
  expect(browser.refusals.splice(0)).toContain('404 /nothing-here');
});

test('while a page is on its way it has a heading and says so', async () => {
  const page = await aPage('zh');
  const held: (() => void)[] = [];
  await page.route('**/api/congresses/*', async (route) => {
    await new Promise<void>((go) => held.push(go));
    await route.continue();
  });
  await page.goto(`${server.url}/p/${congressId}`);
  await page.getByRole('main').getByRole('heading', { level: 1, name: '正在打开页面' }).waitFor();
  await looksRightNow(page, 'on its way');
  await expect.poll(() => held.length).toBeGreaterThan(0);
  for (const go of held) go();
  await page.getByRole('heading', { level: 1, name: '结果还没有公布' }).waitFor();
  await page.context().close();
});

test('the reference of the API is served by this server alone', async () => {
  const page = await aPage('zh');
  await page.goto(`${server.url}/api/docs`);
  // Of the many paths those in sight are drawn.
  await page.getByText('/box/{roundId}').first().waitFor();
  expect(browser.refusals.splice(0)).toEqual([]);
  await page.context().close();
});

/** A page on a device that has this language chosen. */
async function aPage(language: 'zh' | 'en'): Promise<Page> {
  const chosen = { origin: server.url, localStorage: [{ name: 'language', value: language }] };
  const device = await browser.device({ storageState: { cookies: [], origins: [chosen] } });
  return device.newPage();
}

/** Shows a page of the console: its heading, the band of the rehearsal, and more than the frame. */
async function follow(page: Page, link: ReturnType<Page['locator']>): Promise<void> {
  await link.click();
  const main = page.getByRole('main');
  await main.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('note').filter({ hasText: '演练' }).waitFor();
  // The page that was clicked may still be on its way: its heading and its text are read in one moment.
  const beyondHeading = () => main.evaluate((shown) => shown.textContent.length - (shown.querySelector('h1')?.textContent ?? '').length);
  await expect.poll(beyondHeading).toBeGreaterThan(5);
}
