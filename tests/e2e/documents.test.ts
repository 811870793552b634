import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, onTestFailed, test } from 'vitest';
import { unpack } from '#shared/archive/unpack.ts';
import { verifyArchive } from '#shared/archive/verify-archive.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { printedCode } from '#shared/ballot-paper/secret-code.ts';
import { publish } from '#shared/contract/congress.ts';
import { startRehearsal } from '#shared/contract/rehearsal.ts';
import { api } from '#tests/support/api.ts';
import { looksRight } from '#tests/support/looks-right.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import type { Meeting } from '#tests/support/meeting.ts';
import { ClerkPage } from '#tests/support/pages/clerk-page.ts';
import { ScrutineerPage } from '#tests/support/pages/scrutineer-page.ts';
import { readPdf } from '#tests/support/pdf-text.ts';
import { certified } from '#tests/support/round-day.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';
import { PASSWORD, twoClerks } from '#tests/support/two-clerks.ts';
import { picture, watchedBrowser } from '#tests/support/watched-browser.ts';
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

/** A rehearsal that was voted on and published over HTTP, with two clerks. */
async function publishedCongress(): Promise<Meeting> {
  const meeting = await aMeeting(server);
  await certified(meeting, [[2, 4], [2, 4], [2, 3], [1, 4], []]);
  await meeting.api.must(publish, { params: { congressId: meeting.congressId } }, meeting.clerk);
  await twoClerks(meeting);
  return meeting;
}

async function clerkOf(published: string, name: string): Promise<Page> {
  const page = await browser.person({ acceptDownloads: true });
  await page.goto(`${server.url}/console/${published}`);
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录控制台' }).click();
  return page;
}

test('a clerk takes the archive while looking elsewhere, and with a scrutineer deletes the congress', async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const meeting = await publishedCongress();
  const published = meeting.congressId;
  const page = await clerkOf(published, '计票人');
  await page.getByRole('link', { name: /^公布结果/ }).click();
  const download = page.waitForEvent('download', { timeout: 120_000 });
  await page.getByRole('button', { name: '生成并下载归档' }).click();
  await page.getByRole('link', { name: '操作日志', exact: true }).click();
  await page.getByRole('status').filter({ hasText: /正在生成归档：第 \d+ 个文件，共 \d+ 个/ }).waitFor();
  const file = await download;
  expect(file.suggestedFilename()).toBe('演练-2025年度民生实事项目票选-归档.zip');
  const read = unpack(await readFile(await file.path()));
  expect(read.ok && (await verifyArchive(NODE_PLATFORM, read.files)).filter(({ passed }) => !passed)).toEqual([]);

  await page.getByRole('link', { name: '归档与保存', exact: true }).click();
  await page.getByRole('status').filter({ hasText: '归档已保存' }).waitFor();
  await looksRight(page, 'archive and retention');
  await picture(page, 'archive');
  await page.getByLabel('删除理由').fill('演练结束');
  await page.getByLabel('您的密码').fill(PASSWORD);
  await page.getByRole('button', { name: '提出删除' }).click();
  await page.getByRole('button', { name: '确认提出删除' }).click();
  await page.getByText('等待另一人：另一名工作人员登录本人账号').waitFor();

  const second = await clerkOf(published, '另一人');
  await second.getByRole('link', { name: '归档与保存', exact: true }).click();
  await second.getByRole('status').filter({ hasText: /计票人于 .* 提出删除，理由：演练结束/ }).waitFor();
  await second.getByRole('button', { name: '确认删除' }).waitFor();

  // The second person is a scrutineer with the sheet, who reads what is lost for good and signs.
  const scrutineer = new ScrutineerPage(await browser.person());
  await scrutineer.signInWithSheet(server.url, published, printedCode(meeting.scrutineers[1].root, 'rehearsal'));
  const sheet = scrutineer.page.getByRole('region', { name: '有人提出删除本场会议' });
  await sheet.getByText('您一签字，本场会议的名册、凭证、票箱、文书、日志和账号就立即全部删除').waitFor();
  await sheet.getByText('演练结束').waitFor();
  await looksRight(scrutineer.page, 'a deletion that waits for a scrutineer');
  await sheet.getByRole('button', { name: '作为第二人签字删除' }).click();
  await sheet.getByRole('button', { name: '签字，全部删除' }).click();
  for (const shown of [scrutineer.page, second, page]) await shown.getByRole('heading', { level: 1, name: '本场会议的资料已经删除' }).waitFor();
  const anyone = await browser.person();
  await anyone.goto(`${server.url}/p/${published}`);
  await anyone.getByText('名册 6 人，凭证 6 份，发出的票 6 张，票箱里的票 5 张').waitFor();
  await looksRight(anyone, 'deleted congress');
  expect(browser.refusals.splice(0).filter((refusal) => !/^40[14] /.test(refusal))).toEqual([]);
});
