import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, onTestFailed, test } from 'vitest';
import { enterHall } from '#scripts/simulation/hall.ts';
import type { Hall } from '#scripts/simulation/hall.ts';
import { count } from '#scripts/simulation/one-round.ts';
import { checkOut, listDelegates } from '#shared/contract/roll.ts';
import * as contract from '#shared/contract/round.ts';
import { readCongress } from '#shared/contract/congress.ts';
import { actor } from '#tests/support/actor.ts';
import type { Actor } from '#tests/support/actor.ts';
import { databaseLine } from '#tests/support/database-line.ts';
import { looksRight, looksRightNow } from '#tests/support/looks-right.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import { ScreenPage } from '#tests/support/pages/screen-page.ts';
import { readQrCode } from '#tests/support/qr-reading.ts';
import { expectReadable } from '#tests/support/readable.ts';
import { armed, certified, signRuling } from '#tests/support/round-day.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';
import { picture, watchedBrowser } from '#tests/support/watched-browser.ts';
import type { WatchedBrowser } from '#tests/support/watched-browser.ts';

/** Five projects by all; the sixth place goes to 6 and to 7 four times each, one paper is not cast. */
const FIRST_ROUND = [6, 6, 6, 6, 7, 7, 7, 7, 8].map((last) => [1, 2, 3, 4, 5, last]);
const SECOND_ROUND = [[6], [6], [6], [], [7], [7], [7], [7], [7]];
/** From the answer to an act until the hall sees it. */
const PROMISE_MS = 1_000;

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

async function screenIn(language: 'zh' | 'en', url: string, congressId: string, of: WatchedBrowser = browser): Promise<ScreenPage> {
  const chosen = { origin: url, localStorage: [{ name: 'language', value: language }] };
  const device = await of.device({ viewport: { width: 1920, height: 1080 }, storageState: { cookies: [], origins: [chosen] } });
  const screen = new ScreenPage(await device.newPage());
  await screen.open(url, congressId);
  return screen;
}

test('the screen follows a day with a tie and its re-vote, within a second and without a hand on it', async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const hall = await enterHall(server.url, { delegates: 10, scrutineers: 3, threshold: 2 }, null);
  const { clerk, congress, delegates } = hall;
  const zh = await screenIn('zh', server.url, congress.id);
  const en = await screenIn('en', server.url, congress.id);
  const numbers = delegates.map(({ number }) => number);
  const waited: number[] = [];
  const timed = async (act: () => Promise<unknown>, label: string, value: number) => waited.push(await delayOf(zh.page, act, label, value));
  const looks = async (scene: string) => {
    await expectReadable(zh.page, scene);
    await expectReadable(en.page, `${scene} in English`);
    await looksRightNow(zh.page, scene);
    await looksRightNow(en.page, `${scene} in English`);
  };

  await zh.shows('会议即将开始', { 应到: 10, 实到: 0, 法定人数: 7 });
  await zh.page.getByRole('note').filter({ hasText: '演练' }).waitFor();
  expect(await readQrCode(zh.page.getByRole('img', { name: '投票页面地址的二维码' }))).toBe(`${server.url}/b/${congress.id}`);
  expect((await zh.page.locator('.booth-address').innerText()).trim()).toBe(`${server.url}/b`);
  await expectReadable(zh.page, 'waiting');
  await looksRight(zh.page, 'waiting', { widths: [] });

  await timed(() => clerk.checkIn(numbers.slice(0, 4)), '实到', 4);
  await zh.shows('正在签到', { 应到: 10, 实到: 4, 法定人数: 7 });
  await zh.page.getByText('还差 3 人达到法定人数').waitFor();
  await looks('check-in');
  await timed(() => clerk.checkIn(numbers.slice(4)), '实到', 10);
  await zh.page.getByText('✓ 已达到法定人数').waitFor();

  await timed(() => clerk.adopt(9), '赞成', 9);
  await zh.page.getByText('办法和监票人名单均已通过').waitFor();
  await looks('adoption');

  const { id } = await clerk.prepareRound();
  await zh.shows('监票人正在核对本轮公告单', { 发出: 0, 收回: 0 });
  await expectReadable(zh.page, 'manifest');
  for (const scrutineer of hall.scrutineers) await scrutineer.signManifest(id);
  await zh.shows('请领票', { 应到: 10, 实到: 10, 发出: 0 });
  await zh.page.getByRole('img', { name: '投票页面地址的二维码' }).waitFor();
  await looks('armed');

  const actors = await Promise.all(delegates.map(({ letter }) => actor(server.url, letter)));
  await timed(() => Promise.all(actors.slice(0, 5).map((one) => one.draw())), '发出', 5);
  await timed(() => Promise.all(actors.slice(5).map((one) => one.draw())), '发出', 10);
  await hall.scrutineers[0]?.enterHeadCount(id, 10);
  await clerk.open(id);
  await zh.shows('正在投票', { 应到: 10, 实到: 10, 发出: 10, 收回: 0 });
  await zh.page.locator('.screen-fingerprint code').waitFor();
  const before = await clerk.readRound(id);
  expect((await zh.fingerprint()).replaceAll(' ', '')).toBe(before.fingerprint?.replaceAll('-', ''));
  await castAll(actors, FIRST_ROUND);
  await zh.shows('正在投票', { 收回: 9 });
  await hidesEverythingElse(zh.page, hall);
  await looks('voting');

  await clerk.client.call(contract.startClosing, { params: { roundId: id }, body: { seconds: 10 } });
  await zh.shows('即将截止', { 收回: 9 });
  await zh.page.getByRole('timer').getByText('秒后截止').waitFor();
  await expectReadable(zh.page, 'countdown');
  await looksRightNow(zh.page, 'countdown');
  await zh.shows('投票已截止', { 应到: 10, 实到: 10, 发出: 10, 收回: 9 });
  await hidesEverythingElse(zh.page, hall);
  await looks('closed');

  const tied = await count(hall, id);
  expect(tied.outcome).toMatchObject({ selected: [1, 2, 3, 4, 5], tied: [6, 7], placesLeft: 1, final: false });
  await zh.shows('计票结果');
  await zh.page.getByText('应选线：2 项得票相等，争 1 个名额，待重新投票').waitFor();
  const standings = await zh.page.locator('.result-standing').allInnerTexts();
  expect(standings).toEqual([...Array.from({ length: 5 }, () => '暂列入选'), '得票相等，待重新投票', '得票相等，待重新投票', '待定']);
  await en.page.getByText('cut-off: 2 tied for 1 place, to be voted on again').waitFor();
  await picture(zh.page, 'screen-tie');
  await looks('a tie');

  const second = await clerk.prepareRound();
  await zh.shows('监票人正在核对本轮公告单', { 发出: 0, 收回: 0 });
  for (const scrutineer of hall.scrutineers) await scrutineer.signManifest(second.id);
  await Promise.all(actors.map((one) => one.draw()));
  await hall.scrutineers[0]?.enterHeadCount(second.id, 10);
  await clerk.open(second.id);
  await castAll(actors, SECOND_ROUND);
  await clerk.startClosing(second.id, true);
  await zh.shows('投票已截止', { 收回: 9 });
  expect((await count(hall, second.id)).outcome).toMatchObject({ selected: [7], keyWork: [6, 8], final: true, abstained: 1 });
  await zh.shows('计票结果');
  await zh.page.getByText('第 2 轮（得票相等，再次投票）').waitFor();
  await zh.page.getByText('应到 10　实到 10　发出 10　收回 9　有效 9（其中弃权 1）　无效 0').waitFor();
  // What both rounds came to together is a page of its own, and comes by itself.
  await zh.page.getByText('各轮合计：2025 年度民生实事项目').waitFor();
  await zh.page.getByRole('button', { name: '停在这一页' }).click();
  expect(await zh.page.locator('.result-final:visible').count()).toBe(8);
  expect(await zh.page.locator('.result-final:visible', { hasText: '第 2 轮 5 票' }).count()).toBe(1);
  await looks('result of two rounds');
  await looksRight(zh.page, 'result of two rounds', { widths: [] });

  await clerk.publish();
  await zh.shows('结果公布');
  await looks('announcement');

  console.log(`From the answer to the picture: ${waited.map((ms) => `${String(Math.round(ms))} ms`).join(', ')}`);
  expect(waited.toSorted((a, b) => a - b)[Math.floor(waited.length / 2)]).toBeLessThan(PROMISE_MS);
});

test('a void round says why, and what becomes of its ballots', async () => {
  const meeting = await aMeeting(server);
  const round = await armed(meeting);
  const screen = await screenIn('zh', server.url, meeting.congressId);
  await screen.shows('请领票');
  const body = { kind: 'void' as const, text: '候选项目有误，本轮作废', by: '会议主持人 王建国', reason: '三号项目名称印错', selected: [] };
  const ruled = await meeting.api.must(contract.enterRuling, { params: { roundId: round.id }, body }, meeting.clerk);
  const [ruling] = ruled.rulings;
  await signRuling(meeting, ruled, ruling?.id ?? '', meeting.scrutineers[0]);
  await screen.shows('本轮作废');
  await screen.page.getByText('裁定（会议主持人 王建国）：候选项目有误，本轮作废').waitFor();
  await screen.page.getByText('理由：三号项目名称印错').waitFor();
  await expectReadable(screen.page, 'void');
  await looksRight(screen.page, 'void', { widths: [] });
  // It stays until the next manifest stands, also while a round without one is prepared.
  await meeting.api.must(contract.prepareRound, { params: { congressId: meeting.congressId } }, meeting.clerk);
  await screen.page.reload();
  await screen.shows('本轮作废');
  await screen.page.context().close();
});

test('twenty candidates with the longest titles come in pages, none cut off', async () => {
  const meeting = await aMeeting(server, { projects: 20, method: { places: 12, selectionSize: 'at-most' } });
  const title = (number: number) => `${String(number)}号老旧小区加装电梯和地下管网更新及无障碍通道改造并同步建设社区食堂与日间照料中心及停车位扩容工程二期三期`.padEnd(60, '续').slice(0, 60);
  for (let number = 1; number <= 20; number += 1) {
    await server.deps.db.project.updateMany({ where: { congressId: meeting.congressId, number }, data: { title: title(number) } });
  }
  await certified(meeting, [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [1, 20]]);
  const screen = await screenIn('zh', server.url, meeting.congressId);
  await screen.shows('计票结果');
  await expectReadable(screen.page, 'twenty candidates');
  await screen.page.getByRole('button', { name: '停在这一页' }).click();
  const pages = Number(/共 (\d+) 页/.exec(await screen.page.locator('.paged-word').innerText())?.[1]);
  const seen = new Set<string>();
  for (let page = 0; page < pages; page += 1) {
    for (const name of await screen.page.locator('.result-name:visible').allInnerTexts()) seen.add(name);
    await looksRightNow(screen.page, `page ${String(page)}`);
    await screen.page.getByRole('button', { name: '下一页' }).click();
  }
  expect([...seen].sort()).toEqual(Array.from({ length: 20 }, (_, index) => `${String(index + 1)}. ${title(index + 1)}`).sort());
  await screen.page.context().close();
});

test('without the server the picture is called stale; it comes back by itself and says what went back', async () => {
  const line = await databaseLine(server.url);
  const address = new URL(line.url).origin;
  const far = await watchedBrowser(address);
  try {
    const hall = await enterHall(server.url, { delegates: 10, scrutineers: 3, threshold: 2 }, null);
    await hall.clerk.checkIn(hall.delegates.map(({ number }) => number));
    const screen = await screenIn('zh', address, hall.congress.id, far);
    await screen.shows('正在签到', { 实到: 10 });
    expect(await screen.page.locator('.screen-stale').count()).toBe(0);
    await line.cut();
    await screen.page.getByText(/^画面停在 \d\d:\d\d:\d\d，数字可能不是最新，正在重新连接$/).waitFor();
    const look = await screen.page.locator('.large-numbers dd').first().evaluate((number) => getComputedStyle(number).textDecoration);
    expect(look).toContain('dashed');
    await expectReadable(screen.page, 'stale');
    await looksRight(screen.page, 'stale', { widths: [] });
    // One delegate leaves while the screen cannot know.
    const params = { congressId: hall.congress.id };
    const left = (await hall.clerk.client.call(listDelegates, { params })).at(-1);
    await hall.clerk.client.call(checkOut, { params: { ...params, delegateId: left?.id ?? '' } });
    await screen.shows('正在签到', { 实到: 10 });
    await line.mend();
    await screen.shows('正在签到', { 实到: 9 });
    await screen.page.getByText('实到由 10 人变为 9 人：有代表离场').waitFor();
    await expect.poll(() => screen.page.locator('.screen-stale').count(), { timeout: 10_000 }).toBe(0);
    expect(far.faults.filter((fault) => !/net::ERR_/.test(fault))).toEqual([]);
  } finally {
    await far.close();
    await line.close();
  }
});

/** Milliseconds from the answer to an act until the picture shows a number. */
async function delayOf(page: Page, act: () => Promise<unknown>, label: string, value: number): Promise<number> {
  await act();
  const started = performance.now();
  await page.waitForFunction(
    ([name, wanted]) =>
      Array.from(document.querySelectorAll('.large-numbers div')).some(
        (pair) => pair.querySelector('dt')?.textContent === name && Number.parseInt(pair.querySelector('dd')?.textContent ?? '', 10) === wanted,
      ),
    [label, value] as const,
    { polling: 20 },
  );
  return performance.now() - started;
}

/** Between opening and gate 2 the hall sees four numbers and the fingerprint, and the name of no project and no delegate. */
async function hidesEverythingElse(page: Page, hall: Hall): Promise<void> {
  expect(await page.locator('main dt').allInnerTexts()).toEqual(['应到', '实到', '发出', '收回']);
  const shown = await page.getByRole('main').innerText();
  const { projects } = await hall.clerk.client.call(readCongress, { params: { congressId: hall.congress.id } });
  const people = await hall.clerk.client.call(listDelegates, { params: { congressId: hall.congress.id } });
  for (const word of [...projects.map(({ title }) => title), ...people.map(({ name }) => name), '得票', '入选']) expect(shown).not.toContain(word);
}

async function castAll(actors: readonly Actor[], choices: readonly (readonly number[])[]): Promise<void> {
  await Promise.all(choices.map(async (numbers, index) => actors[index]?.cast(numbers)));
}
