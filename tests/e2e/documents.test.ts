import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, onTestFailed, test } from 'vitest';
import { startRehearsal } from '#shared/contract/rehearsal.ts';
import { api } from '#tests/support/api.ts';
import { looksRight } from '#tests/support/looks-right.ts';
import { ClerkPage } from '#tests/support/pages/clerk-page.ts';
import { readPdf } from '#tests/support/pdf-text.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';
import { watchedBrowser } from '#tests/support/watched-browser.ts';
import type { WatchedBrowser } from '#tests/support/watched-browser.ts';

let server: TestServer;
let browser: WatchedBrowser;
let congressId: string;

beforeAll(async () => {
  server = await startTestServer();
  browser = await watchedBrowser(server.url);
  congressId = (await api(server.url).must(startRehearsal, { body: { delegates: 60, scrutineers: 3, threshold: 2 } })).id;
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

afterEach(() => {
  expect(browser.faults.splice(0)).toEqual([]);
});

async function documentsPage(): Promise<Page> {
  const page = await browser.person({ acceptDownloads: true });
  await new ClerkPage(page).useRehearsalAccount(server.url, congressId);
  await page.getByRole('link', { name: '文书', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '文书' }).waitFor();
  return page;
}

test('a clerk finds every document, reads what the others wait for, prints one and takes one as a file', async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const page = await documentsPage();
  await page.getByRole('listitem').filter({ hasText: '清点报告' }).getByText('还不能出，因为还没有准备这一轮。').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '签到册：PDF' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('演练-签到册.pdf');
  const register = readPdf(await readFile(await file.path()));
  expect(register.text).toContain('应到60人，实到0人');
  expect(register.text.split('演 练').length - 1).toBe(register.pages);

  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: '票选票：打印页' }).click();
  const print = await opened;
  await print.getByRole('heading', { level: 1, name: /票选票$/ }).waitFor();
  await print.getByRole('row', { name: /^1 宁围文化中心建设项目/ }).waitFor();
  await print.getByText('须选择6个项目，少选、多选均为无效票。').waitFor();
  await looksRight(print, 'print page');
  expect(browser.refusals.splice(0)).toEqual([]);
});

test('a print page says in words why there is no document yet, and to whom it is not given', async () => {
  const page = await documentsPage();
  await page.goto(`${server.url}/print/${congressId}/result-sheet`);
  await page.getByRole('alert').filter({ hasText: '这份文书现在还不能出' }).waitFor();
  const stranger = await browser.person();
  await stranger.goto(`${server.url}/print/${congressId}/check-in-register`);
  await stranger.getByRole('alert').filter({ hasText: '还没有登录' }).waitFor();
  expect(browser.refusals.splice(0)).toHaveLength(2);
});
