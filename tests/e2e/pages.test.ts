import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startRehearsal } from '#shared/contract/rehearsal.ts';
import { api } from '#tests/support/api.ts';
import { ClerkPage } from '#tests/support/pages/clerk-page.ts';
import { readLines } from '#tests/support/pages/figures.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';
import { watchedBrowser } from '#tests/support/watched-browser.ts';
import type { WatchedBrowser } from '#tests/support/watched-browser.ts';

type Visited = { readonly path: string; readonly zh: string; readonly en: string; readonly rehearsal: boolean };

/** Every page path with its heading in both languages, and whether it belongs to a congress, here a rehearsal. */
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

describe.each([
  { language: 'zh', lang: 'zh-CN' },
  { language: 'en', lang: 'en' },
] as const)('in $language', ({ language, lang }) => {
  test.each(PAGES)('$path', async ({ path, rehearsal, ...headings }) => {
    const page = await aPage(language);
    const response = await page.goto(server.url + path.replace(':congress', congressId));
    await page.getByRole('heading', { level: 1, name: headings[language] }).waitFor();
    expect(response?.status()).toBe(200);
    expect(response?.headers()['content-security-policy']).toMatch(/^default-src '(self|none)'/);
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    const band = page.getByRole('note').filter({ hasText: '演练' });
    if (rehearsal) await band.waitFor();
    else expect(await band.count()).toBe(0);
    expect(browser.refusals.splice(0)).toEqual([]);
    await page.context().close();
  });

  test('every step of the console and its side pages', async () => {
    const page = await aPage(language);
    if (language === 'zh') {
      await new ClerkPage(page).useRehearsalAccount(server.url, congressId);
    } else {
      await page.goto(`${server.url}/console/${congressId}`);
      await page.getByRole('button', { name: /^Use this account/ }).click();
      await page.getByRole('button', { name: 'Sign in to the console' }).click();
    }
    const rail = page.getByRole('navigation').getByRole('link');
    await rail.first().waitFor();
    for (const link of await rail.all()) await follow(page, link);
    for (const link of await page.locator('.side-links a:not([target])').all()) await follow(page, link);
    expect(browser.refusals.splice(0)).toEqual([]);
    await page.context().close();
  });
});

test('a path that is no page and a congress that is not there are answered in words', async () => {
  const page = await aPage('zh');
  const unknown = await page.goto(`${server.url}/nothing-here`);
  expect(unknown?.status()).toBe(404);
  for (const path of ['console', 'scrutineer', 'screen', 'office', 'p', 'b']) {
    await page.goto(`${server.url}/${path}/AAAAAAAAAAAAAAAAAAAAAA`);
    await expect.poll(async () => (await readLines(page.locator('body'))).join('').length, { timeout: 10_000 }).toBeGreaterThan(20);
  }
  // The last page asks again and again for its congress: it is shut before what was refused is read.
  await page.context().close();
  expect(browser.refusals.splice(0)).toContain('404 /nothing-here');
});

test('the reference of the API is served by this server alone', async () => {
  const page = await aPage('zh');
  await page.goto(`${server.url}/api/docs`);
  await page.getByText('/api/congresses/{congressId}/announcement').first().waitFor();
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
