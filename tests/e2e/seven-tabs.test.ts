import type { BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { BoothPage } from '#tests/support/pages/booth-page.ts';
import { ClerkPage } from '#tests/support/pages/clerk-page.ts';
import { OfficePage } from '#tests/support/pages/office-page.ts';
import { ScreenPage } from '#tests/support/pages/screen-page.ts';
import { ScrutineerPage } from '#tests/support/pages/scrutineer-page.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';
import { watchedBrowser } from '#tests/support/watched-browser.ts';
import type { WatchedBrowser } from '#tests/support/watched-browser.ts';

const HALL = { 应到: 60, 实到: 60 };
const BOX = { ...HALL, 发出: 60, 收回: 60, 未收回: 0, 换设备: 0, 会场清点: 60 };

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

test('one browser holds all seven roles of a rehearsal at once, and every tab stays live', async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const { url } = server;
  const device = await browser.device();
  const streams = watchStreams(device);

  // From the first screen every role opens a tab of its own and signs in with one press.
  const home = await device.newPage();
  await home.goto(url);
  await home.getByRole('button', { name: '新建一场演练' }).click();
  await home.getByText('已新建：2025年度民生实事项目票选').waitFor();
  await home.getByText('这是演练会议，所有内容都不作数。').waitFor();
  const id = /screen\/(.+)$/.exec((await home.getByRole('link', { name: /^会场大屏/ }).getAttribute('href')) ?? '')?.[1] ?? '';
  const tab = (role: string) => openTab(home, role);
  const screen = new ScreenPage(await tab('会场大屏'));
  const clerk = new ClerkPage(await tab('工作人员'));
  const chief = new ScrutineerPage(await tab('监票人'));
  const second = new ScrutineerPage(await tab('监票人'));
  const third = new ScrutineerPage(await tab('监票人'));
  const booth = new BoothPage(await tab('代表投票'));
  const office = new OfficePage(await tab('办事处'));
  await home.close();
  await (await atTab(clerk)).useRehearsalAccount(url, id);
  for (const [index, scrutineer] of [chief, second, third].entries()) {
    await (await atTab(scrutineer)).useRehearsalSheet(url, id, index);
    await scrutineer.waitsFor('还没有开始');
  }
  await (await atTab(booth)).enterRehearsal(url, id, '004');
  await booth.isAsked('请先到签到处签到');
  await (await atTab(office)).useRehearsalAccount(url, id);
  await office.seesNothingYet();
  expect(device.pages()).toHaveLength(7);
  await expect.poll(() => streams.size).toBe(1);

  // Check-in and adoption; screen and booth follow.
  await (await atTab(clerk)).goTo('签到');
  await clerk.simulates();
  await clerk.hallShows(HALL);
  await screen.shows('正在签到', HALL);
  await booth.isAsked('还没有开始准备投票');
  await (await atTab(clerk)).entersHands('通过票选办法', { for: 60, against: 0, abstain: 0 });
  await clerk.entersHands('通过监票人名单', { for: 60, against: 0, abstain: 0 });

  // The manifest reaches three tabs, its signatures let the booth draw by itself.
  await clerk.preparesRound(1);
  await screen.shows('监票人正在核对本轮公告单');
  const fingerprint = await screen.fingerprint();
  for (const scrutineer of [chief, second, third]) await (await atTab(scrutineer)).signsManifest(1, fingerprint);
  await booth.isAsked('请选出 6 项');
  await (await atTab(clerk)).goTo('发票与开始投票', 1);
  await clerk.simulates();
  await clerk.hallShows({ ...HALL, 发出: 60, 收回: 0 });
  await (await atTab(chief)).countsHeads(60);

  // The screen's tab reads the events for all; it is closed, and the others go on without it.
  expect([...streams].map((request) => request.frame().page())).toEqual([screen.page]);
  await screen.page.close();
  await expect.poll(() => streams.size, { timeout: 10_000 }).toBe(1);
  await (await atTab(clerk)).opensVoting(1);
  await second.waitsFor('投票进行中');
  const again = new ScreenPage(await device.newPage());
  await again.open(url, id);
  await again.shows('正在投票', { ...HALL, 发出: 60, 收回: 0 });

  // One delegate of flesh and blood, fifty-nine simulated.
  await (await atTab(booth)).marks([1, 2, 3, 4, 5, 6]);
  await booth.goesToReview();
  await booth.casts();
  await (await atTab(clerk)).goTo('投票与截止', 1);
  await clerk.simulates({ delegates: 59, abstain: 3, leaning: '有明显高低' });
  await clerk.hallShows({ ...HALL, 发出: 60, 收回: 60 });
  await again.shows('正在投票', { ...HALL, 发出: 60, 收回: 60 });
  expect(streams.size).toBe(1);

  // Close, both gates and the box, every role in its own tab.
  await (await atTab(clerk)).closesVoting(1, 0, true);
  await again.shows('投票已截止');
  await (await atTab(chief)).signsGate1(BOX);
  await (await atTab(second)).signsGate1(BOX);
  await (await atTab(clerk)).freezes(1);
  await (await atTab(chief)).releasesKey();
  await (await atTab(third)).releasesKey();
  const opened = { 有效票: 60, 其中弃权: 3, 无效票: 0 };
  await third.opensBox(opened);
  await (await atTab(second)).opensAgain(opened);
  await (await atTab(clerk)).certifies(1);
  await (await atTab(chief)).signsOutcome({ 应选数: 6, ...opened });
  await (await atTab(third)).signsOutcome({ 应选数: 6, ...opened });
  await (await atTab(clerk)).publishes();
  await again.shows('结果公布');
  await office.seesRound('第 1 轮：应到 60，实到 60，发出 60，收回 60，有效 60（其中弃权 3），无效 0');
  await (await atTab(booth)).findsBallot();
  expect(streams.size).toBe(1);

  expect(browser.faults).toEqual([]);
  expect(browser.refusals).toEqual([]);
});

/** Who acts looks at their tab; the other six go on behind it. */
async function atTab<Role extends { readonly page: Page }>(role: Role): Promise<Role> {
  await role.page.bringToFront();
  return role;
}

/** A role's card on the first screen, which opens in a new tab. */
async function openTab(home: Page, role: string): Promise<Page> {
  const [opened] = await Promise.all([
    home.context().waitForEvent('page'),
    home.getByRole('link', { name: new RegExp(`^${role}`) }).click(),
  ]);
  await opened.waitForLoadState();
  return opened;
}

/** The event streams that are open now. */
function watchStreams(device: BrowserContext): ReadonlySet<Request> {
  const open = new Set<Request>();
  device.on('request', (request) => {
    if (new URL(request.url()).pathname.endsWith('/events')) open.add(request);
  });
  device.on('requestfinished', (request) => open.delete(request));
  device.on('requestfailed', (request) => open.delete(request));
  device.on('page', (page) => {
    page.on('close', () => {
      for (const request of open) if (request.frame().page() === page) open.delete(request);
    });
  });
  return open;
}
