import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { hashPassword } from '#server/password.ts';
import * as contract from '#shared/contract/round.ts';
import { type BoothHall, boothHall } from '#tests/support/booth-hall.ts';
import { looksRight, looksRightNow } from '#tests/support/looks-right.ts';
import { BoothPage } from '#tests/support/pages/booth-page.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';
import { picture, watchedBrowser } from '#tests/support/watched-browser.ts';
import type { WatchedBrowser } from '#tests/support/watched-browser.ts';

const CLERK = { name: '计票人', password: '票选办法第一条' };
const LETTER = '请输入投票凭证上的码';
const COVER = '票已遮住，还没有投出';
const SIX = [1, 2, 3, 4, 5, 6];
/** What belongs to the device, not to a delegate, and nothing else may be kept. */
const OF_DEVICE = /^(language|text-size|theme|contrast|motion|tablet|tablet\/appearance|scrutineers\/.+)$/;

let server: TestServer;
let browser: WatchedBrowser;
let hall: BoothHall;

beforeAll(async () => {
  server = await startTestServer();
  browser = await watchedBrowser(server.url);
  hall = await boothHall(server, { latecomers: 3, method: { tracker: 'at-cast' } });
  const { meeting } = hall;
  await server.deps.db.account.update({ where: { id: meeting.clerkId }, data: { passwordHash: await hashPassword(CLERK.password) } });
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

test('a tablet that delegates share covers, clears and keeps no trace of anyone', async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const { congressId } = hall.meeting;
  const tablet = await browser.device({ viewport: { width: 820, height: 1180 }, hasTouch: true });
  const page = await tablet.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.clock.install();
  const booth = new BoothPage(page);

  // A clerk turns the mode on; no step back leads into the console.
  await page.goto(`${server.url}/console/${congressId}/tablet`);
  await signInClerk(page);
  await page.getByRole('button', { name: '打开平板模式，交给代表' }).click();
  await picture(page, 'tablet-console');
  await page.getByRole('button', { name: '确认打开平板模式' }).click();
  await booth.isAsked(LETTER);
  await picture(page, 'tablet-door');
  await looksRight(page, 'the door of a tablet');
  await page.goto(`${server.url}/console/${congressId}`);
  await page.getByRole('button', { name: '登录控制台' }).waitFor();
  await page.goto(`${server.url}/b/${congressId}`);

  // A ballot that nobody touches is covered, kept, and in the end cleared, announced each time.
  const first = await hall.latecomer();
  await type(page, first.code);
  await booth.isAsked('请选出 6 项');
  await booth.marks([1, 2, 3]);
  await page.clock.runFor(61_000);
  await booth.isAsked(COVER);
  await picture(page, 'tablet-cover');
  expect(await page.locator('body').innerText()).not.toMatch(new RegExp(`${first.number}|1 号|已选`));
  await looksRight(page, 'the cover');
  // The clerk begins to close: the cover says so too.
  const params = { roundId: hall.roundId };
  await hall.meeting.api.must(contract.startClosing, { params, body: { seconds: 60 } }, hall.meeting.clerk);
  await page.getByRole('timer').filter({ visible: true, hasText: /截止/ }).waitFor();
  await booth.isAsked(COVER);
  await hall.meeting.api.must(contract.callOffClosing, { params }, hall.meeting.clerk);
  await page.getByRole('timer').filter({ visible: true }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '我是本人，继续投票' }).click();
  await booth.showsMarked([1, 2, 3]);
  await page.getByRole('button', { name: '特大' }).click();
  await page.clock.runFor(105_000);
  await page.getByText('平板快要清空').waitFor();
  await page.clock.runFor(20_000);
  await booth.isAsked(LETTER);
  await keepsNoTraceOf(page, first);
  expect(await page.locator('html').getAttribute('data-text-size')).toBe('standard');

  // The paper went with it, and comes back by a scrutineer's approval.
  await type(page, first.code);
  await booth.isAsked('这份凭证的票已经在别的设备上领出');
  await page.getByRole('button', { name: '申请换到本机继续' }).click();
  await hall.decidesDeviceChange(true);
  await page.clock.runFor(4_000);
  await booth.isAsked('请选出 6 项');
  await booth.marks(SIX);
  await booth.goesToReview();

  // Nothing is cleared while the cast is on its way, however long it takes.
  await page.route('**/box/**', (route) => route.abort());
  await page.getByRole('button', { name: '投出选票' }).click();
  await booth.isAsked('还没有投进票箱，正在重试');
  await page.clock.runFor(150_000);
  await booth.isAsked('还没有投进票箱，正在重试');
  expect(await page.getByRole('button', { name: /交给下一位代表/ }).count()).toBe(0);
  await page.unroute('**/box/**');
  await page.clock.runFor(15_000);
  await booth.isAsked('已投进票箱');
  await page.getByText('平板不留查票码').waitFor();
  const tracker = await booth.tracker();
  await picture(page, 'tablet-receipt');

  // The receipt clears after 60 s, unless more time is asked for; one press does it at once.
  await page.clock.runFor(41_000);
  await picture(page, 'tablet-clearing');
  await looksRightNow(page, 'the clearing bar');
  await page.getByRole('button', { name: '再等一会儿' }).click();
  await page.clock.runFor(35_000);
  await booth.isAsked('已投进票箱');
  await page.getByRole('button', { name: '完成，交给下一位代表' }).click();
  await booth.isAsked(LETTER);
  await keepsNoTraceOf(page, first, tracker);
  await page.reload();
  await booth.isAsked(LETTER);
  await page.goBack();
  await page.getByRole('button', { name: '登录控制台' }).waitFor();
  expect(await page.locator('body').innerText()).not.toContain(first.number);
  await page.goForward();
  await booth.isAsked(LETTER);

  // The next delegate gives up after all: asked first, because a paper is in hand.
  const second = await hall.latecomer();
  await type(page, second.code);
  await booth.isAsked('请选出 6 项');
  await page.getByRole('button', { name: '先不投了，交给下一位代表' }).click();
  await page.getByRole('heading', { name: '还没有投出，要清空吗？' }).waitFor();
  await page.getByRole('button', { name: '清空，交给下一位代表' }).click();
  await booth.isAsked(LETTER);
  await keepsNoTraceOf(page, second);
  expect(await hall.received()).toBe(1);

  // A code half typed and left is cleared too.
  await page.getByRole('textbox', { name: '凭证码' }).fill(second.code.slice(0, 20));
  await page.clock.runFor(61_000);
  await expect.poll(() => page.getByRole('textbox', { name: '凭证码' }).inputValue()).toBe('');

  // Only a clerk who signs in ends the mode.
  await page.getByRole('link', { name: '工作人员：结束平板模式' }).click();
  await signInClerk(page);
  await page.getByRole('button', { name: '结束平板模式' }).click();
  await page.getByText('平板模式已结束').waitFor();
  expect(browser.faults.filter((fault) => !fault.includes('Failed to load resource'))).toEqual([]);
});

test.each([
  ['after-board', '共用平板到时已经清空，所以没有查票码'],
  ['never', '本次会议的票选办法不显示查票码。'],
] as const)('a tablet says where the tracker is by the method: %s', async (tracker, sentence) => {
  onTestFailed(async () => console.log(await browser.describe()));
  const { meeting, ...others } = await boothHall(server, { latecomers: 1, method: { tracker } });
  const asTablet = { origin: server.url, localStorage: [{ name: 'tablet', value: 'on' }] };
  const device = await browser.device({ viewport: { width: 820, height: 1180 }, storageState: { cookies: [], origins: [asTablet] } });
  const booth = new BoothPage(await device.newPage());
  await booth.enter(server.url, meeting.congressId, (await others.latecomer()).code);
  await booth.isAsked('请选出 6 项');
  await booth.marks(SIX);
  await booth.goesToReview();
  await booth.casts();
  await booth.page.getByText(sentence).waitFor();
  expect(await booth.page.locator('.tracker-code').count()).toBe(0);
  await looksRight(booth.page, `receipt on a tablet, tracker ${tracker}`);
  await device.close();
});

async function signInClerk(page: Page): Promise<void> {
  await page.getByLabel('姓名').fill(CLERK.name);
  await page.getByLabel('密码', { exact: true }).fill(CLERK.password);
  await page.getByRole('button', { name: '登录控制台' }).click();
  await page.getByRole('heading', { level: 1, name: '本机作投票平板' }).waitFor();
}

async function type(page: Page, code: string): Promise<void> {
  await page.getByRole('textbox', { name: '凭证码' }).fill(code);
  await page.getByRole('button', { name: '进入投票间' }).click();
}

/** Nothing in any storage of the browser, nothing on the page, nothing in its fields or address. */
async function keepsNoTraceOf(page: Page, { number, code }: { readonly number: string; readonly code: string }, tracker = code): Promise<void> {
  const kept = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    cookies: document.cookie,
    fields: [...document.querySelectorAll('input, textarea')].map((field) => ('value' in field ? field.value : '')),
    page: document.documentElement.outerHTML,
    address: window.location.pathname,
  }));
  expect(kept.local.filter((name) => !OF_DEVICE.test(name))).toEqual([]);
  expect(kept).toMatchObject({ session: [], databases: [], caches: [], cookies: '', fields: [''], address: `/b/${hall.meeting.congressId}` });
  for (const trace of [`代表${number}`, code, tracker, tracker.slice(0, 4)]) expect(kept.page).not.toContain(trace);
}
