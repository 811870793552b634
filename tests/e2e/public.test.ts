import { zipSync, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, onTestFailed, test } from 'vitest';
import { enterHall } from '#scripts/simulation/hall.ts';
import type { Hall } from '#scripts/simulation/hall.ts';
import { close, count } from '#scripts/simulation/one-round.ts';
import { publish } from '#shared/contract/congress.ts';
import * as contract from '#shared/contract/round.ts';
import { actor } from '#tests/support/actor.ts';
import { looksRight } from '#tests/support/looks-right.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import type { Meeting } from '#tests/support/meeting.ts';
import { OfficePage } from '#tests/support/pages/office-page.ts';
import { PublicPage } from '#tests/support/pages/public-page.ts';
import { certified } from '#tests/support/round-day.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';
import { watchedBrowser } from '#tests/support/watched-browser.ts';
import type { WatchedBrowser } from '#tests/support/watched-browser.ts';

/** Two of four: 1 by all, 2 and 3 tie for the second place; in the re-vote 3 gets more. */
const FIRST_ROUND = Array.from({ length: 12 }, (_, index) => [1, index < 6 ? 2 : 3]);
const SECOND_ROUND = [...Array.from({ length: 10 }, (_, index) => [index < 4 ? 2 : 3]), [], [2, 3]];
const WIDTHS = [360, 390, 820, 1440] as const;

let server: TestServer;
let browser: WatchedBrowser;

beforeAll(async () => {
  server = await startTestServer();
  browser = await watchedBrowser(server.url);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

afterEach(() => {
  expect(browser.faults.splice(0)).toEqual([]);
});

test('the office reads nothing before the outcome, then both lists on any width and on paper', async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const hall = await aHall();
  const page = await aPage('zh');
  const office = new OfficePage(page);
  await office.useRehearsalAccount(server.url, hall.congress.id);
  await office.seesNothingYet();
  expect(await page.getByRole('table').count()).toBe(0);
  await looksRight(page, 'office, not yet');
  await decide(hall);
  // The page follows by itself.
  await page.getByText('结果已由监票人签字确认，但还没有公布。公布以前，请不要对外发布。').waitFor();
  await office.seesList('2025 年度民生实事项目', Array.from({ length: 6 }, (_, index) => new RegExp(`^${String(index + 1)} .* 5 / 有效票 5（100.0%）`)));
  await office.seesList('纳入办事处重点工作', [/^7 .* 0 \/ 有效票 5（0.0%）/, /^8 .* 0 \/ 有效票 5（0.0%）/]);
  await office.isOffered('民生实事项目和重点工作清单', ['PDF', 'Word', 'Excel']);
  await office.isOffered('公布', ['PDF', 'Word']);
  await hall.clerk.publish();
  await page.getByText('结果已公布。').waitFor();
  await looksRight(page, 'office', { widths: WIDTHS });
  await inEnglish(page);
  await page.getByText('The outcome is published.').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button').count()).toBe(0);
  expect(await page.getByRole('table').count()).toBe(2);

  // By this method the names are public, and neither votes nor the record.
  const reader = new PublicPage(await aPage('zh'));
  await reader.open(server.url, hall.congress.id);
  await reader.page.getByText('按票选办法，公布名单，不公布各项目得票数。').waitFor();
  expect(await reader.page.getByRole('table').count()).toBe(0);
  await reader.keepsRecordForHall();
  await looksRight(reader.page, 'announcement of names');
  await reader.goesToRecount();
  // The recount offers what the reader holds, and not what the server would refuse.
  await reader.page.getByText('按票选办法，核验包只对参会人员开放').waitFor();
  await reader.page.getByLabel('核验我手里的核验包（zip）').waitFor();
  expect(await reader.page.getByRole('button', { name: '下载并核验' }).count()).toBe(0);
  expect((await fetch(`${server.url}/api/congresses/${hall.congress.id}/record.zip`)).status).toBe(403);
  expect(browser.refusals.splice(0)).toEqual([]);
});

test('the public reads nothing before the announcement; then votes, ballots and a recount of its own', async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const meeting = await aMeeting(server, { delegates: 12, method: { recordOpenTo: 'everyone', publicList: 'names-and-counts' } });
  const params = { congressId: meeting.congressId };
  await certified(meeting, FIRST_ROUND);
  await certified(meeting, SECOND_ROUND);
  const page = await aPage('zh');
  const reader = new PublicPage(page);
  await reader.open(server.url, meeting.congressId);
  await page.getByRole('heading', { level: 1, name: '结果还没有公布' }).waitFor();
  expect(await page.getByRole('main').innerText()).not.toMatch(/项目\d|\d 票/);
  await looksRight(page, 'not published');

  await meeting.api.must(publish, { params }, meeting.clerk);
  await reader.announces(['项目1', '项目3'], ['项目2', '项目4']);
  await reader.givesRound('第 1 轮', { 应到: 12, 发出: 12, 收回: 12, 有效票: 12, 无效票: 0, 应选数: 2 });
  await reader.givesRound('第 2 轮（得票相等，再次投票）', { 收回: 12, 有效票: 11, 其中弃权: 1, 无效票: 1, 应选数: 1 });
  const votes = page.getByRole('table', { name: '各项目得票' });
  expect(await votes.first().getByRole('row').allInnerTexts()).toEqual(['项目1\t12 票\t■ 入选', '项目2\t6 票\t◆ 得票相等，再次投票', '项目3\t6 票\t◆ 得票相等，再次投票', '项目4\t0 票\t· 以后轮次确定']);
  await looksRight(page, 'announcement', { widths: WIDTHS });

  const zip = await meeting.api.must(contract.readRecordZip, { params });
  const board = Buffer.from(unzipSync(zip)['round-2/board.txt'] ?? []).toString();
  const [, tracker = '', marks = ''] = /^([0-9A-HJKMNP-TV-Z]{16}) ([01]{2})$/m.exec(board) ?? [];
  const chosen = ['2. 项目2', '3. 项目3'].filter((_, index) => marks[index] === '1');
  expect(await reader.looksUp(tracker)).toEqual(chosen);
  await page.getByRole('textbox', { name: '查票码' }).fill('0000000000000000');
  await page.getByRole('button', { name: '查找这张票' }).click();
  await page.getByText('开箱单上没有这个查票码。').waitFor();

  await reader.goesToRecount();
  await recordProgress(page);
  await reader.recounts({ '第 1 轮': ['1. 项目1 12 票', '2. 项目2 6 票', '3. 项目3 6 票', '4. 项目4 0 票'], '第 2 轮': ['3. 项目3 6 票', '2. 项目2 4 票'] });
  await page.getByText('✓ 与公布的结果是同一份：各轮指纹和结果报告单摘要都相同。').waitFor();
  const progress = await page.evaluate<number[]>('window.seenProgress');
  // How many steps are drawn is the browser's choice: the worker may be done with several between two pictures.
  expect(progress.length).toBeGreaterThan(0);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  await page.getByRole('region', { name: '第 1 轮' }).getByText('三、票箱：每张票都真，封箱后没有动过').click();
  await page.getByText('封箱后多一张、少一张、换一张都会使封条对不上。').first().waitFor();
  await looksRight(page, 'recount', { widths: WIDTHS });

  // Someone hands out a record in which another project was selected.
  await recountsFile(page, 'changed.zip', changedOutcome(zip));
  await page.getByText(/^✗ \d+ 项核对中有 \d+ 项不符$/).waitFor();
  await page.getByText('来自文件 changed.zip').waitFor();
  await page.getByText('第 2 轮 · 按办法重新推算，得出的结果与报告单不同。').waitFor();
  await page.getByText('按办法重新推算，得出的结果与报告单不同。', { exact: true }).waitFor();
  await page.getByText('✗ 这份核验包与公布的结果不是同一份').waitFor();
  await page.getByText('第 2 轮的指纹或结果报告单摘要与公告不同').waitFor();
  expect(await page.getByRole('region', { name: '第 1 轮' }).locator('.check-failed').count()).toBe(0);
  await looksRight(page, 'a changed record', { widths: WIDTHS });
  await inEnglish(page);
  await page.getByText('By the method another outcome follows from these votes.', { exact: true }).waitFor();

  // A record that is right in itself, of another vote.
  await recountsFile(page, 'other.zip', await recordOfAnother());
  await page.getByText(/^✓ All \d+ checks passed$/).waitFor();
  await page.getByText('✗ This is not the record of what was published').waitFor();
  await recountsFile(page, 'letter.zip', Buffer.from('no record at all'));
  await page.getByRole('alert').waitFor();
  await page.getByText('From the file letter.zip').waitFor();
  expect(browser.refusals.splice(0)).toEqual([]);
});

/** A page at a phone's width on a device that has this language chosen. */
async function aPage(language: 'zh' | 'en'): Promise<Page> {
  const chosen = { origin: server.url, localStorage: [{ name: 'language', value: language }] };
  const device = await browser.device({ viewport: { width: 1440, height: 900 }, storageState: { cookies: [], origins: [chosen] } });
  return device.newPage();
}

function inEnglish(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'English' }).click();
}

/** Keeps every state of the recount's bar that the reader could have seen. */
function recordProgress(page: Page): Promise<void> {
  return page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seenProgress: seen });
    new MutationObserver(() => {
      const bar = document.querySelector('.work progress');
      if (bar instanceof HTMLProgressElement && bar.value !== seen.at(-1)) seen.push(bar.value);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
}

function recountsFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  return page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(bytes) });
}

/** The record with 2 selected in the second round instead of 3. */
function changedOutcome(zip: Uint8Array): Uint8Array {
  const files = unzipSync(zip);
  const outcome = Buffer.from(files['round-2/outcome.json'] ?? []).toString();
  const changed = outcome.replace('"selected":[3]', '"selected":[2]');
  expect(changed).not.toBe(outcome);
  return zipSync({ ...files, 'round-2/outcome.json': Buffer.from(changed) });
}

async function recordOfAnother(): Promise<Uint8Array> {
  const meeting: Meeting = await aMeeting(server, { delegates: 12, method: { recordOpenTo: 'everyone' } });
  await certified(meeting, [...Array.from({ length: 11 }, () => [1, 2]), [3, 4]]);
  return meeting.api.must(contract.readRecordZip, { params: { congressId: meeting.congressId } }, meeting.clerk);
}

/** A small rehearsal in which everyone is present and both adoptions are carried. */
async function aHall(): Promise<Hall> {
  const hall = await enterHall(server.url, { delegates: 5, scrutineers: 3, threshold: 2 }, null);
  await hall.clerk.checkIn(hall.delegates.map(({ number }) => number));
  await hall.clerk.adopt(5);
  return hall;
}

/** Everyone chooses the first six. */
async function decide(hall: Hall): Promise<void> {
  const { clerk, scrutineers, delegates } = hall;
  const { id } = await clerk.prepareRound();
  for (const scrutineer of scrutineers) await scrutineer.signManifest(id);
  const actors = await Promise.all(delegates.map(({ letter }) => actor(server.url, letter)));
  await Promise.all(actors.map((one) => one.draw()));
  await scrutineers[0]?.enterHeadCount(id, delegates.length);
  await clerk.open(id);
  await Promise.all(actors.map((one) => one.cast([1, 2, 3, 4, 5, 6])));
  await close(hall, id);
  await count(hall, id);
}
